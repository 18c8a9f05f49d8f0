/**
 * Step 5 of 8, store, where Axon Server keeps the log: from the write side, to the copy that {@code mirror} makes. The
 * one connection to it serves the write side's {@code route} too.
 */
@NullMarked
package fr.jalon.axonserver;

import org.jspecify.annotations.NullMarked;
