/** Step 8 of 8, answer: what changed between two days, or between two places of the log. */
@NullMarked
package fr.jalon.query.difference;

import org.jspecify.annotations.NullMarked;
