/** The calls by which a register is kept, and what they answer. */
@NullMarked
package fr.jalon.console.upkeep;

import org.jspecify.annotations.NullMarked;
