package fr.jalon.store;

import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

/** Axon's messages from events of the log, and back: the identifier is the entry's id. */
final class Messages {
    /** The one type of aggregate there is. */
    static final String TERRITORY = "territory";

    private final PayloadCodec codec;

    Messages(PayloadCodec codec) {
        this.codec = codec;
    }

    NewEvent event(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("the log holds entries of territories, not " + message);
        }
        Object payload = event.getPayload();
        return new NewEvent(
                codec.idOf(payload),
                event.getAggregateIdentifier(),
                event.getSequenceNumber() + 1,
                RecordedClock.micros(event.getTimestamp()),
                codec.typeOf(payload),
                codec.revisionOf(payload),
                codec.encode(payload),
                MetadataJson.write(event.getMetaData()));
    }

    GenericTrackedDomainEventMessage<?> message(StoredEvent event) {
        Object payload = payload(event);
        Map<String, ?> metadata = Map.of();
        try {
            metadata = MetadataJson.read(event.metadata());
        } catch (RuntimeException e) {
            payload = unreadable(event, "metadata: " + e.getMessage());
        }
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.globalIndex()),
                TERRITORY,
                event.territory(),
                event.position() - 1,
                new GenericMessage<>(event.entryId().toString(), payload, MetaData.from(metadata)),
                event::recordedAt);
    }

    private Object payload(StoredEvent event) {
        try {
            return codec.decode(event.type(), event.revision(), event.payload());
        } catch (RuntimeException e) {
            return unreadable(event, String.valueOf(e.getMessage()));
        }
    }

    private static UnreadableEntry unreadable(StoredEvent event, String reason) {
        return new UnreadableEntry(event.type(), event.revision(), event.payload(), reason);
    }
}
