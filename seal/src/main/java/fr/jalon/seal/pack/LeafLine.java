package fr.jalon.seal.pack;

import fr.jalon.events.json.Json;
import fr.jalon.store.log.StoredEvent;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A leaf's bytes read back as the event they are of. */
final class LeafLine {
    private LeafLine() {}

    /** @throws RuntimeException if the line is no leaf */
    static StoredEvent event(byte[] line, long index) {
        JsonNode leaf = Json.parse(line);
        return new StoredEvent(
                index + 1,
                UUID.fromString(leaf.get("id").stringValue()),
                leaf.get("territory").stringValue(),
                leaf.get("position").longValue(),
                Instant.parse(leaf.get("recordedAt").stringValue()),
                leaf.get("type").stringValue(),
                leaf.get("revision").stringValue(),
                leaf.get("payload").toString(),
                leaf.get("metadata").toString());
    }
}
