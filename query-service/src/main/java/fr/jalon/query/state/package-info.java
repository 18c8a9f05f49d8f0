/** Step 8 of 8, answer: what is so on a day, in one territory or in all. */
@NullMarked
package fr.jalon.query.state;

import org.jspecify.annotations.NullMarked;
