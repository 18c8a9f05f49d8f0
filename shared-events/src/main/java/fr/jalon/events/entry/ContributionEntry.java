package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** What people contribute (<i>contributions</i>). */
public sealed interface ContributionEntry extends WorldEntry {
    /** A person, or a whole team, is thanked or praised. It moves nothing: no fact begins or ends with it. */
    @AtLeastOne({"person", "organisation"})
    record ContributionAcknowledged(
            Header header,
            @Nullable Reference person,
            @Nullable Organisation organisation,
            @Nullable String reason) implements ContributionEntry {}
}
