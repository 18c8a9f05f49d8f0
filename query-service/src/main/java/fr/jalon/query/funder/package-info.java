/** Step 8 of 8, answer: what an organisation funds, and how much. */
@NullMarked
package fr.jalon.query.funder;

import org.jspecify.annotations.NullMarked;
