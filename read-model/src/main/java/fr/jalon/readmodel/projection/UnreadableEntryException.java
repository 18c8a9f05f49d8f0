package fr.jalon.readmodel.projection;

import fr.jalon.store.UnreadableEntry;

/** An entry of a type, revision or form that this version does not know: its territory's sequence stops here. */
public final class UnreadableEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    UnreadableEntryException(String territory, long position, UnreadableEntry unreadable) {
        super("Entry %d of %s, type %s, revision %s, cannot be read: %s"
                .formatted(position, territory, unreadable.type(), unreadable.revision(), unreadable.reason()));
        this.position = position;
    }

    long position() {
        return position;
    }
}
