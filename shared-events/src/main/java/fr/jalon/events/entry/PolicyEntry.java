package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Inscription in public policies (<i>politiques publiques</i>). */
public sealed interface PolicyEntry extends WorldEntry {
    /** The work is written into a policy. */
    record PolicyInscriptionRecorded(
            Header header,
            Reference policy,
            @Nullable Organisation owner,
            @Nullable String description) implements PolicyEntry {}

    /** A policy no longer carries it. */
    record PolicyInscriptionEnded(
            Header header, Reference policy, @Nullable String reason) implements PolicyEntry {}
}
