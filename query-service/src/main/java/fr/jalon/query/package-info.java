/**
 * The read side over HTTP, put together: a package a question; {@code asked} is what they share, {@code contract} what
 * OpenAPI says of them.
 */
@NullMarked
package fr.jalon.query;

import org.jspecify.annotations.NullMarked;
