/** Pictures of time as SVG, and as tables that say the same: pure, no colour, no request, no clock. */
@NullMarked
package fr.jalon.console.draw;

import org.jspecify.annotations.NullMarked;
