/**
 * Step 7 of 8, query: from {@code projection}'s tables, to {@code query-service}. Every SELECT an answer is made of.
 */
@NullMarked
package fr.jalon.readmodel.question;

import org.jspecify.annotations.NullMarked;
