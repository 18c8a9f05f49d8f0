package fr.jalon.store.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The log of all registers (<i>journal</i>), read in pages. Its index counts events from 1 in the order they were
 * committed, without gaps, whatever store holds it.
 */
public interface EventLog {
    /**
     * The events that follow an index, in order.
     *
     * @throws StoreUnavailableException if the store is away; so does every other question
     */
    List<StoredEvent> after(long globalIndex, int limit);

    /** A territory's events from a position on. */
    List<StoredEvent> of(String territory, long firstPosition, int limit);

    /** The event that holds an entry, whatever its territory. */
    Optional<StoredEvent> find(UUID entryId);

    /** The index of the last event, 0 where there is none. */
    long head();

    /** The position of a territory's last event, 0 where there is none. */
    long lastPosition(String territory);

    /** The index just before the first event recorded at an instant or later; the head where there is none. */
    long before(Instant recordedAt);
}
