/** Step 8 of 8, answer: the things that registers have names for, for typing ahead. */
@NullMarked
package fr.jalon.query.things;

import org.jspecify.annotations.NullMarked;
