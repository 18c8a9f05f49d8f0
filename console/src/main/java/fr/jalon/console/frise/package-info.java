/** The pages that draw time: the frise of a territory, and one subject on both axes. */
@NullMarked
package fr.jalon.console.frise;

import org.jspecify.annotations.NullMarked;
