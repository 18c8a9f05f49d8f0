/** Step 8 of 8, answer: the subject that a question is about, as a parameter names it. */
@NullMarked
package fr.jalon.query.subject;

import org.jspecify.annotations.NullMarked;
