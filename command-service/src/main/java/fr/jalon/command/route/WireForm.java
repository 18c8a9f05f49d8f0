package fr.jalon.command.route;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.protobuf.ByteString;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Revisions;
import io.axoniq.axonserver.grpc.SerializedObject;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands and decisions as they travel between processes, which may be of two versions while one replaces the other:
 * an entry travels in the form in which it is stored.
 */
final class WireForm {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addMixIn(Decision.class, DecisionKinds.class).build();

    /** A command on its way. */
    private record CommandJson(
            String type,
            String revision,
            String entry,
            @Nullable Long expectedPosition,
            LocalDate today,
            Map<String, String> metadata) {}

    /** A command and who sends it. */
    record Delivery(RecordEntry command, Map<String, String> metadata) {}

    private WireForm() {}

    static SerializedObject write(RecordEntry command, Map<String, String> metadata) {
        Entry entry = command.entry();
        String type = EntryType.of(entry).name();
        return serialized(
                "record-entry",
                new CommandJson(
                        type,
                        Revisions.VOCABULARY.current(type),
                        EntryJson.write(entry),
                        command.expectedPosition(),
                        command.today(),
                        metadata));
    }

    /** @throws RuntimeException if this version does not know the entry's type or revision */
    static Delivery readCommand(SerializedObject sent) {
        CommandJson read = MAPPER.readValue(sent.getData().toByteArray(), CommandJson.class);
        Entry entry = EntryJson.readStored(read.type, read.revision, read.entry);
        return new Delivery(new RecordEntry(entry, read.expectedPosition, read.today), read.metadata);
    }

    static SerializedObject write(Decision decision) {
        return serialized("decision", decision);
    }

    static Decision readDecision(SerializedObject sent) {
        return MAPPER.readValue(sent.getData().toByteArray(), Decision.class);
    }

    private static SerializedObject serialized(String type, Object value) {
        return SerializedObject.newBuilder()
                .setType(type)
                .setRevision("1")
                .setData(ByteString.copyFrom(MAPPER.writeValueAsBytes(value)))
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "decision")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Decision.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Decision.Recorded.class, name = "recorded"),
        @JsonSubTypes.Type(value = Decision.AlreadyRecorded.class, name = "already-recorded"),
        @JsonSubTypes.Type(value = Decision.NotTheirs.class, name = "not-theirs"),
        @JsonSubTypes.Type(value = Decision.NotOpened.class, name = "not-opened"),
        @JsonSubTypes.Type(value = Decision.IdTaken.class, name = "id-taken"),
        @JsonSubTypes.Type(value = Decision.IdTakenElsewhere.class, name = "id-taken-elsewhere"),
        @JsonSubTypes.Type(value = Decision.Stale.class, name = "stale"),
        @JsonSubTypes.Type(value = Decision.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = Decision.Unreadable.class, name = "unreadable"),
        @JsonSubTypes.Type(value = Decision.Busy.class, name = "busy"),
        @JsonSubTypes.Type(value = Decision.Unavailable.class, name = "unavailable")
    })
    private interface DecisionKinds {}
}
