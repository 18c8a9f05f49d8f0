package fr.jalon.seal.replay;

import fr.jalon.store.StoredEvent;
import java.util.UUID;

/** An event that does not hold an entry that this version of Jalon can read: what follows it cannot be told. */
public final class UndecodableEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID entryId;
    private final long position;

    UndecodableEntryException(StoredEvent event, RuntimeException cause) {
        super(
                "Entry %d of %s, type %s, revision %s, cannot be read"
                        .formatted(event.position(), event.territory(), event.type(), event.revision()),
                cause);
        this.entryId = event.entryId();
        this.position = event.position();
    }

    public UUID entryId() {
        return entryId;
    }

    public long position() {
        return position;
    }
}
