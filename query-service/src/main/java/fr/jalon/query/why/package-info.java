/** Step 8 of 8, answer: why a subject is told to be so. */
@NullMarked
package fr.jalon.query.why;

import org.jspecify.annotations.NullMarked;
