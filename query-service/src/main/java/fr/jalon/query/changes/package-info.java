/** Step 8 of 8, answer: what is recorded, told while it happens, as server-sent events. */
@NullMarked
package fr.jalon.query.changes;

import org.jspecify.annotations.NullMarked;
