/** The vocabulary: one record for each type of entry, sealed by family. Every other package speaks in these words. */
@NullMarked
package fr.jalon.events.entry;

import org.jspecify.annotations.NullMarked;
