/** A register told again, entry by entry, from the log alone. */
@NullMarked
package fr.jalon.seal.replay;

import org.jspecify.annotations.NullMarked;
