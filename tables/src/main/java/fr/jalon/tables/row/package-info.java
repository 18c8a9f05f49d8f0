/** A table's rows told as entries: what each cell says by its column, what a row does, and what is wrong with it. */
@NullMarked
package fr.jalon.tables.row;

import org.jspecify.annotations.NullMarked;
