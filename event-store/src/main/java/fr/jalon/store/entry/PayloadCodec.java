package fr.jalon.store.entry;

import java.util.UUID;

/** How what a message carries becomes text and back: entries in events, the write side's state in snapshots. */
public interface PayloadCodec {
    /** The id of an entry, which is its message's identifier; never asked of a snapshot. */
    UUID idOf(Object payload);

    /** The name it is stored under, for ever: never the name of a class. */
    String typeOf(Object payload);

    /** Which form of that type {@link #encode} writes. */
    String revisionOf(Object payload);

    /** The text that is stored. */
    String encode(Object payload);

    /**
     * Reads what was stored, in any revision there ever was.
     *
     * @throws RuntimeException if the type, the revision or the text is not one this version knows
     */
    Object decode(String type, String revision, String json);
}
