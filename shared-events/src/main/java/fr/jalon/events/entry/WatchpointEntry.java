package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** What needs watching (<i>points de vigilance</i>). */
public sealed interface WatchpointEntry extends WorldEntry {
    /** Somebody draws attention to something. */
    record WatchpointRaised(
            Header header,
            Reference watchpoint,
            WatchpointKind kind,
            @Nullable Slug topic,
            @Nullable String description)
            implements WatchpointEntry {}

    /** It needs watching no more. */
    record WatchpointResolved(
            Header header, Reference watchpoint, @Nullable String outcome) implements WatchpointEntry {}
}
