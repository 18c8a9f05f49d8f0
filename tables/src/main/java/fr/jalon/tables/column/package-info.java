/** Entries as rows of a table: which columns a type has, what they are called, and what a cell says. */
@NullMarked
package fr.jalon.tables.column;

import org.jspecify.annotations.NullMarked;
