/** Step 8 of 8, answer: which types of entry there are, and a table to fill in for each. */
@NullMarked
package fr.jalon.query.vocabulary;

import org.jspecify.annotations.NullMarked;
