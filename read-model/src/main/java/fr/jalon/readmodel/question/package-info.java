/** Step 7 of 8, query: from {@code projection}'s tables, to {@code api}. The only SELECTs of the read models. */
@NullMarked
package fr.jalon.readmodel.question;

import org.jspecify.annotations.NullMarked;
