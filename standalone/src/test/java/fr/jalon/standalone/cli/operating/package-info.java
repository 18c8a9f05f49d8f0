@NullMarked
package fr.jalon.standalone.cli.operating;

import org.jspecify.annotations.NullMarked;
