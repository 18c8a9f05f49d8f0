package fr.jalon.seal.replay;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.store.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event as the history shows an entry: its place, who recorded it, and its content as recorded. */
public final class RecordedJson {
    private RecordedJson() {}

    public static ObjectNode of(StoredEvent event, Entry entry) {
        JsonNode metadata = Json.MAPPER.readTree(event.metadata());
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("entryId", event.entryId().toString());
        json.put("position", event.position());
        json.put("recordedAt", event.recordedAt().toString());
        json.put("actor", metadata.path("actor").asString(null));
        json.put("role", metadata.path("role").asString(null));
        json.set("entry", EntryJson.tree(entry));
        return json;
    }
}
