/** Days as people write them: points, windows and periods of the effective axis (valid time). */
@NullMarked
package fr.jalon.events.time;

import org.jspecify.annotations.NullMarked;
