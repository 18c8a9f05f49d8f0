/** The specification of time read word by word, slow and without any cleverness: what the fold is held against. */
@NullMarked
package fr.jalon.events.readings;

import org.jspecify.annotations.NullMarked;
