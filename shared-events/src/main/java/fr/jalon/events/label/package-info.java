/** What the words of the vocabulary are called in French and in English. */
@NullMarked
package fr.jalon.events.label;

import org.jspecify.annotations.NullMarked;
