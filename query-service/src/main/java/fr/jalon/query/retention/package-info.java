/** Whom the register has kept for long enough: proposed for erasure, and never erased unasked. */
@NullMarked
package fr.jalon.query.retention;

import org.jspecify.annotations.NullMarked;
