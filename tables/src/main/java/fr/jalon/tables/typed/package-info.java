/** An entry as it is typed field by field, at a terminal or on a page: dates, sums and things as people write them. */
@NullMarked
package fr.jalon.tables.typed;

import org.jspecify.annotations.NullMarked;
