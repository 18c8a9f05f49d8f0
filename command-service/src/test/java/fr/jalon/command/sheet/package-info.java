@NullMarked
package fr.jalon.command.sheet;

import org.jspecify.annotations.NullMarked;
