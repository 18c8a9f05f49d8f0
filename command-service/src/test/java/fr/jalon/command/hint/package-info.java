@NullMarked
package fr.jalon.command.hint;

import org.jspecify.annotations.NullMarked;
