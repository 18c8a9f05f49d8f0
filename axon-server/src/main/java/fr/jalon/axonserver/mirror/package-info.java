/**
 * Step 5 of 8, store, its second half where Axon Server keeps the log: from there, to this database's copy of it, on
 * which projections and answers rest as they do where PostgreSQL keeps the log itself.
 */
@NullMarked
package fr.jalon.axonserver.mirror;

import org.jspecify.annotations.NullMarked;
