/** Step 5 of 8, store: the log as Axon sees it: its storage engine, snapshots, tokens and clock. */
@NullMarked
package fr.jalon.store.axon;

import org.jspecify.annotations.NullMarked;
