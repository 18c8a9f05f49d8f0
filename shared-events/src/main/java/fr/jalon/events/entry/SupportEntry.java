package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** Where institutions stand (<i>soutiens institutionnels</i>). */
public sealed interface SupportEntry extends WorldEntry {
    /** An institution says where it stands on a programme. */
    record InstitutionalSupportStated(
            Header header,
            Organisation institution,
            Stance stance,
            Reference programme,
            @Nullable String description) implements SupportEntry {}
}
