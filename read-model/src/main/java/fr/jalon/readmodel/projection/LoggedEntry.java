package fr.jalon.readmodel.projection;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.Revisions;
import fr.jalon.events.register.Recorded;
import fr.jalon.store.PayloadCodec;
import fr.jalon.store.StoredEvent;
import fr.jalon.store.UnreadableEntry;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as the log gives it: what was recorded, by whom, and its place among all entries.
 *
 * @param content its canonical JSON
 */
public record LoggedEntry(
        long globalIndex,
        String territory,
        Recorded recorded,
        @Nullable String actor,
        @Nullable String role,
        String content) {
    /**
     * The entry in a message from the log.
     *
     * @throws UnreadableEntryException if this version cannot read it
     */
    public static LoggedEntry of(DomainEventMessage<?> message) {
        String territory = message.getAggregateIdentifier();
        long position = message.getSequenceNumber() + 1;
        Entry entry = switch (message.getPayload()) {
            case Entry read -> read;
            case UnreadableEntry unreadable -> throw new UnreadableEntryException(territory, position, unreadable);
            default ->
                throw new IllegalArgumentException("Not an entry: " + message.getPayloadType() + " at " + position
                        + " of the register of " + territory);
        };
        return new LoggedEntry(
                index(message),
                territory,
                new Recorded(position, message.getTimestamp(), entry),
                text(message.getMetaData().get("actor")),
                text(message.getMetaData().get("role")),
                EntryJson.write(entry));
    }

    /**
     * The entry of a row of the log.
     *
     * @throws UnreadableEntryException if this version cannot read it
     */
    public static LoggedEntry of(StoredEvent event, PayloadCodec codec) {
        try {
            Entry entry = (Entry) codec.decode(event.type(), event.revision(), event.payload());
            JsonNode metadata = Json.MAPPER.readTree(event.metadata());
            return new LoggedEntry(
                    event.globalIndex(),
                    event.territory(),
                    new Recorded(event.position(), event.recordedAt(), entry),
                    text(metadata.get("actor")),
                    text(metadata.get("role")),
                    event.revision().equals(Revisions.VOCABULARY.current(event.type()))
                            ? event.payload()
                            : EntryJson.write(entry));
        } catch (RuntimeException e) {
            throw new UnreadableEntryException(
                    event.territory(),
                    event.position(),
                    new UnreadableEntry(
                            event.type(), event.revision(), event.payload(), String.valueOf(e.getMessage())));
        }
    }

    public long position() {
        return recorded.position();
    }

    private static long index(DomainEventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElseThrow()
                : 0;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.asString();
    }
}
