/**
 * Step 6 of 8, projection: from the event store to the read models, whose only writer this is. The fold of
 * {@code shared-events} decides what the rows are; here they are only kept.
 */
@NullMarked
package fr.jalon.readmodel.projection;

import org.jspecify.annotations.NullMarked;
