@NullMarked
package fr.jalon.events.language;

import org.jspecify.annotations.NullMarked;
