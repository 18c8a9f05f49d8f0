package fr.jalon.seal.log;

import java.util.UUID;

/** What stands in the event store is not what was sealed: no proof can be given of it. */
public final class AlteredEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID entryId;

    public AlteredEntryException(UUID entryId) {
        super("entry " + entryId + " is not what was sealed");
        this.entryId = entryId;
    }

    public UUID entryId() {
        return entryId;
    }
}
