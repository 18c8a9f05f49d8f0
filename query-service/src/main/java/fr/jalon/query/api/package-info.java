/** Step 8 of 8, answer: the read side's HTTP, from {@code register} to whoever asks. */
@NullMarked
package fr.jalon.query.api;

import org.jspecify.annotations.NullMarked;
