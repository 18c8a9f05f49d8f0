package fr.jalon.readmodel.projection;

import fr.jalon.events.timeline.Span;
import java.time.Instant;

/**
 * A span that holds from one entry on: an open rectangle.
 *
 * @param openedBy the position of the entry that brought it
 * @param ordinal its number among those that entry brought: with the position, its name in every copy
 */
record SpanRow(Span span, long openedBy, int ordinal, Instant openedAt) {}
