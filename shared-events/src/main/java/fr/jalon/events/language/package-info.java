/** The two languages that people are answered in, and where a sentence in either is found. */
@NullMarked
package fr.jalon.events.language;

import org.jspecify.annotations.NullMarked;
