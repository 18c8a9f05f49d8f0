/** Step 8 of 8, answer: all that was recorded in one territory, and one entry of it. */
@NullMarked
package fr.jalon.query.history;

import org.jspecify.annotations.NullMarked;
