/** Step 5 of 8, store: what the log holds, read as entries in one place, or as why it cannot be. */
@NullMarked
package fr.jalon.store.entry;

import org.jspecify.annotations.NullMarked;
