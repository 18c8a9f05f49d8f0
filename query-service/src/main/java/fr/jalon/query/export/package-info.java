/** Step 8 of 8, answer: what is carried away as a file of tables or lines. */
@NullMarked
package fr.jalon.query.export;

import org.jspecify.annotations.NullMarked;
