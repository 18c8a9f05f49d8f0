package fr.jalon.axonserver;

import com.google.protobuf.ByteString;
import fr.jalon.store.entry.Position;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.StoredEvent;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Events as Axon Server holds them. Each entry is two, in one transaction: the claim of its id, an aggregate of its own
 * that can begin once only, then the entry. So an id is used once in all territories, an entry is found by its id, and
 * as nothing else is in the context, entry N has token 2N - 1.
 */
final class Wire {
    private static final String TERRITORY = "territory";
    private static final String CLAIM = "entry-id";

    /** Axon Server's own timestamps are milliseconds. */
    private static final String RECORDED_MICROS = "recordedMicros";

    private static final String METADATA = "metadata";

    private Wire() {}

    /** How many entries lie at or before a token; -1 stands for none. */
    static long index(long token) {
        return (token + 1) / 2;
    }

    /** The token after which the entries that follow an index begin. */
    static long tokenAfter(long index) {
        return 2 * index - 1;
    }

    static Event claim(NewEvent entry) {
        return Event.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setAggregateType(CLAIM)
                .setAggregateIdentifier(entry.entryId().toString())
                .setAggregateSequenceNumber(0)
                .setTimestamp(entry.recordedMicros() / 1000)
                .setPayload(text(CLAIM, "1", entry.territory() + " " + entry.position()))
                .build();
    }

    static Event entry(NewEvent entry) {
        return Event.newBuilder()
                .setMessageIdentifier(entry.entryId().toString())
                .setAggregateType(TERRITORY)
                .setAggregateIdentifier(entry.territory())
                .setAggregateSequenceNumber(new Position(entry.position()).sequence())
                .setTimestamp(entry.recordedMicros() / 1000)
                .setPayload(text(entry.type(), entry.revision(), entry.payload()))
                .putMetaData(
                        RECORDED_MICROS,
                        MetaDataValue.newBuilder()
                                .setNumberValue(entry.recordedMicros())
                                .build())
                .putMetaData(
                        METADATA,
                        MetaDataValue.newBuilder()
                                .setTextValue(entry.metadata())
                                .build())
                .build();
    }

    /** @param index 0 where it is not known */
    static StoredEvent stored(Event event, long index) {
        if (!event.getAggregateType().equals(TERRITORY) || !event.containsMetaData(RECORDED_MICROS)) {
            throw new ForeignEventException(event.getAggregateType());
        }
        return new StoredEvent(
                index,
                UUID.fromString(event.getMessageIdentifier()),
                event.getAggregateIdentifier(),
                Position.ofSequence(event.getAggregateSequenceNumber()).value(),
                Instant.EPOCH.plus(event.getMetaDataOrThrow(RECORDED_MICROS).getNumberValue(), ChronoUnit.MICROS),
                event.getPayload().getType(),
                event.getPayload().getRevision(),
                event.getPayload().getData().toStringUtf8(),
                event.getMetaDataOrThrow(METADATA).getTextValue());
    }

    /** Whether this is the claim of an id; the entry that is to follow is the one of that id. */
    static boolean claims(Event claim, Event entry) {
        return claim.getAggregateType().equals(CLAIM)
                && claim.getAggregateIdentifier().equals(entry.getMessageIdentifier());
    }

    /** Where the entry stands whose id was claimed so. */
    static Place place(Event claim) {
        String text = claim.getPayload().getData().toStringUtf8();
        int space = text.indexOf(' ');
        return new Place(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
    }

    /** An entry's place in its territory's register. */
    record Place(String territory, long position) {}

    private static SerializedObject text(String type, String revision, String data) {
        return SerializedObject.newBuilder()
                .setType(type)
                .setRevision(revision)
                .setData(ByteString.copyFromUtf8(data))
                .build();
    }
}
