/** The one JSON form of entries and answers: strict reading with the place of each fault, canonical writing. */
@NullMarked
package fr.jalon.events.json;

import org.jspecify.annotations.NullMarked;
