/** The store held to its word, against a real PostgreSQL. */
@NullMarked
package fr.jalon.store.axon;

import org.jspecify.annotations.NullMarked;
