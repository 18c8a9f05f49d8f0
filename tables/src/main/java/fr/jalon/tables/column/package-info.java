/** Entries as rows of a table: which columns a type has, what they are called, and how a row becomes an entry. */
@NullMarked
package fr.jalon.tables.column;

import org.jspecify.annotations.NullMarked;
