package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Studies (<i>études</i>). */
public sealed interface StudyEntry extends WorldEntry {
    /** A study begins. */
    record StudyLaunched(
            Header header,
            Reference study,
            @Nullable String question,
            @Nullable String description) implements StudyEntry {}

    /** A study concludes. */
    record StudyConcluded(
            Header header, Reference study, @Nullable String outcome) implements StudyEntry {}
}
