package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** A programme on the territory (<i>programme</i>). */
public sealed interface ProgrammeEntry extends WorldEntry {
    /** A programme begins on the territory. */
    record ProgrammeLaunched(Header header, Reference programme) implements ProgrammeEntry {}

    /** A programme enters a phase. */
    record ProgrammePhaseChanged(Header header, Reference programme, Phase phase) implements ProgrammeEntry {}

    /** A programme ends on the territory. */
    record ProgrammeEnded(
            Header header, Reference programme, @Nullable String reason) implements ProgrammeEntry {}
}
