package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** A worksite in a programme (<i>chantier</i>). */
public sealed interface WorksiteEntry extends WorldEntry {
    /** A worksite joins a programme. */
    record WorksiteJoinedProgramme(Header header, Worksite worksite, Reference programme) implements WorksiteEntry {}

    /** A worksite leaves a programme. */
    record WorksiteWithdrewFromProgramme(
            Header header,
            Reference worksite,
            Reference programme,
            @Nullable String reason) implements WorksiteEntry {}
}
