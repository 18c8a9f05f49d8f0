@NullMarked
package fr.jalon.standalone.cli.carrying;

import org.jspecify.annotations.NullMarked;
