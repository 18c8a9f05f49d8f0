package fr.jalon.events.entry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries about the register itself: they speak of another entry, their target, and change no day in the world. */
public sealed interface RegisterEntry extends Entry {
    /** The entry this one speaks of. */
    UUID target();

    /** Replaces the target's content; the target keeps its place in recorded order. */
    record EntryCorrected(Header header, UUID target, CorrectionKind kind, String reason, WorldEntry entry)
            implements RegisterEntry {}

    /** Removes the target from the state; both stay in the history. */
    record EntryRetracted(Header header, UUID target, String reason) implements RegisterEntry {}

    /** Somebody contests the target; nothing moves, facts that rest on it say so. */
    record EntryContested(Header header, UUID target, String reason, Organisation by) implements RegisterEntry {}

    /** What was planned or possible will not come. */
    record AnnouncementAbandoned(
            Header header, UUID target, @Nullable String reason) implements RegisterEntry {}
}
