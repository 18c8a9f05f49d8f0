/** The one JSON form of entries: read strictly, with the place of each fault, and written canonically. */
@NullMarked
package fr.jalon.events.json;

import org.jspecify.annotations.NullMarked;
