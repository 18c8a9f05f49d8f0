@NullMarked
package fr.jalon.events.phrase;

import org.jspecify.annotations.NullMarked;
