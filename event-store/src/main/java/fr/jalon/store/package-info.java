/**
 * Step 5 of 8, store: from the write side, to the projections. The log of all entries on PostgreSQL, as Axon sees it.
 */
@NullMarked
package fr.jalon.store;

import org.jspecify.annotations.NullMarked;
