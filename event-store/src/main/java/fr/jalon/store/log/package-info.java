/** Step 5 of 8, store: the log of all entries and its port, on PostgreSQL; commits are shared. */
@NullMarked
package fr.jalon.store.log;

import org.jspecify.annotations.NullMarked;
