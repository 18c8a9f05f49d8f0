package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Partnerships, by partner and topic (<i>partenariats</i>). */
public sealed interface PartnershipEntry extends WorldEntry {
    /** A partner commits to a topic. */
    record PartnershipEngaged(
            Header header,
            Organisation partner,
            Slug topic,
            @Nullable String description) implements PartnershipEntry {}

    /** A partnership ends. */
    record PartnershipEnded(
            Header header,
            Organisation partner,
            Slug topic,
            @Nullable String reason) implements PartnershipEntry {}
}
