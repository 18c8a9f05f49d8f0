/** What rows of a table do in a register as it is: new entries, corrections, and other words about entries. */
@NullMarked
package fr.jalon.command.row;

import org.jspecify.annotations.NullMarked;
