/**
 * Step 5 of 8, store, where Axon Server keeps the log: from the write side, to the read side's copy. It also brings
 * commands to whichever process has the territory at hand.
 */
@NullMarked
package fr.jalon.axonserver;

import org.jspecify.annotations.NullMarked;
