/** Step 8 of 8, answer: the things that a register, or all of them, have names for. */
@NullMarked
package fr.jalon.query.things;

import org.jspecify.annotations.NullMarked;
