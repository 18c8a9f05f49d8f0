package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** The team, by position (<i>équipe</i>). */
public sealed interface TeamEntry extends WorldEntry {
    /** Somebody takes a position in the team. */
    record TeamMemberJoined(
            Header header,
            Reference position,
            @Nullable Slug role,
            @Nullable Contract contract,
            @Nullable Reference person)
            implements TeamEntry {}

    /** A position is vacant again. */
    record TeamMemberLeft(Header header, Reference position) implements TeamEntry {}

    /** A position is held under another contract. */
    record TeamContractChanged(Header header, Reference position, Contract contract) implements TeamEntry {}
}
