/** Step 6 of 8, projection: from the event store to the read models, whose only writer this is. */
@NullMarked
package fr.jalon.query.projection;

import org.jspecify.annotations.NullMarked;
