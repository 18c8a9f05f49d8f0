/** What each entry says about the world: which subject takes or loses which value, and within which window. Pure. */
@NullMarked
package fr.jalon.events.meaning;

import org.jspecify.annotations.NullMarked;
