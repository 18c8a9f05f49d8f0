/** What an author may want to write otherwise: nothing is refused for it. */
@NullMarked
package fr.jalon.command.hint;

import org.jspecify.annotations.NullMarked;
