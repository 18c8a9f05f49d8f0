/** One person: what the register holds of them, and how they are forgotten. */
@NullMarked
package fr.jalon.query.person;

import org.jspecify.annotations.NullMarked;
