package fr.jalon.store.axon;

import fr.jalon.store.entry.EventContent;
import fr.jalon.store.entry.MetadataJson;
import fr.jalon.store.entry.PayloadCodec;
import fr.jalon.store.entry.Position;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;

/** Axon's messages from events of the log, and back: the identifier is the entry's id. */
final class EventMessages {
    /** The one type of aggregate there is. */
    static final String TERRITORY = "territory";

    private final PayloadCodec codec;

    EventMessages(PayloadCodec codec) {
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
                Position.of(event).value(),
                RecordedClock.micros(event.getTimestamp()),
                codec.typeOf(payload),
                codec.revisionOf(payload),
                codec.encode(payload),
                MetadataJson.write(event.getMetaData()));
    }

    GenericTrackedDomainEventMessage<?> message(StoredEvent event) {
        EventContent content = EventContent.of(event, codec);
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.globalIndex()),
                TERRITORY,
                event.territory(),
                new Position(event.position()).sequence(),
                new GenericMessage<>(event.entryId().toString(), content.payload(), content.metadata()),
                event::recordedAt);
    }
}
