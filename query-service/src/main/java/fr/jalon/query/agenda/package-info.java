/** Step 8 of 8, answer: what ends, and what was announced and has not come. */
@NullMarked
package fr.jalon.query.agenda;

import org.jspecify.annotations.NullMarked;
