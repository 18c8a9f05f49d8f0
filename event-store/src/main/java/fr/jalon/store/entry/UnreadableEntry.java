package fr.jalon.store.entry;

import fr.jalon.store.log.StoredEvent;
import java.util.UUID;

/**
 * An event that this version cannot read, and why. A reader that meets it stops its territory's sequence and says so:
 * to pass it over would be to answer from a register with a hole.
 */
public record UnreadableEntry(
        UUID entryId, String territory, long position, String type, String revision, String reason)
        implements ReadEvent {
    static UnreadableEntry of(StoredEvent event, RuntimeException cause) {
        return new UnreadableEntry(
                event.entryId(),
                event.territory(),
                event.position(),
                event.type(),
                event.revision(),
                String.valueOf(cause.getMessage()));
    }

    @Override
    public LoggedEntry orThrow() {
        throw new UnreadableEntryException(this);
    }
}
