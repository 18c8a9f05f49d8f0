package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** What people contribute (<i>contributions</i>). */
public sealed interface ContributionEntry extends WorldEntry {
    /** Somebody is thanked. It moves nothing: no fact begins or ends with it. */
    record ContributionAcknowledged(
            Header header,
            Reference person,
            @Nullable Reference organisation,
            @Nullable String reason) implements ContributionEntry {}
}
