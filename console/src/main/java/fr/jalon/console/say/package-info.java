/** Values, dates and certainty in the reader's words, as pages show them. */
@NullMarked
package fr.jalon.console.say;

import org.jspecify.annotations.NullMarked;
