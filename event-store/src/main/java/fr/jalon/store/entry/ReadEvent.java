package fr.jalon.store.entry;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Revisions;
import fr.jalon.events.register.Recorded;
import fr.jalon.store.log.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/** An event of the log as this version reads it: an entry, or none and why not. */
public sealed interface ReadEvent permits LoggedEntry, UnreadableEntry {
    /** What a row of the log holds. */
    static ReadEvent of(StoredEvent event) {
        EventContent content = EventContent.of(event, EntryCodec.CURRENT);
        return switch (content.payload()) {
            case UnreadableEntry unreadable -> unreadable;
            case Entry entry ->
                read(
                        event.globalIndex(),
                        event.territory(),
                        new Recorded(event.position(), event.recordedAt(), entry),
                        content.metadata(),
                        event.revision().equals(Revisions.VOCABULARY.current(event.type()))
                                ? event.payload()
                                : EntryJson.write(entry));
            case Object other -> throw new IllegalArgumentException("No entry: " + other.getClass());
        };
    }

    /** What a message from the log brings. */
    static ReadEvent of(DomainEventMessage<?> message) {
        return switch (message.getPayload()) {
            case UnreadableEntry unreadable -> unreadable;
            case Entry entry ->
                read(
                        index(message),
                        message.getAggregateIdentifier(),
                        new Recorded(Position.of(message).value(), message.getTimestamp(), entry),
                        message.getMetaData(),
                        EntryJson.write(entry));
            case Object other -> throw new IllegalArgumentException("No entry: " + other.getClass());
        };
    }

    /**
     * The entry, where nothing can be done without it.
     *
     * @throws UnreadableEntryException if it cannot be read
     */
    LoggedEntry orThrow();

    private static LoggedEntry read(
            long globalIndex, String territory, Recorded recorded, MetaData metadata, String content) {
        return new LoggedEntry(
                globalIndex,
                territory,
                recorded,
                (String) metadata.get("actor"),
                (String) metadata.get("role"),
                content);
    }

    private static long index(DomainEventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElseThrow()
                : 0;
    }
}
