package fr.jalon.query.history;

import fr.jalon.events.json.Json;
import fr.jalon.readmodel.question.History.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry of the history as the contract writes it: its place, its content as recorded, and what was said of it since. */
final class HistoryJson {
    private HistoryJson() {}

    static ObjectNode of(Item item) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("entryId", item.entryId().toString());
        json.put("position", item.position());
        json.put("recordedAt", item.recordedAt().toString());
        json.put("actor", item.actor());
        json.put("role", item.role());
        json.set("entry", Json.MAPPER.readTree(item.content()));
        JsonNode remarks =
                item.remarks() == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(item.remarks());
        json.set("correctedBy", many(remarks, "corrected"));
        json.put("retractedBy", one(remarks, "retracted"));
        json.set("contestedBy", many(remarks, "contested"));
        json.put("abandonedBy", one(remarks, "abandoned"));
        json.set("fulfilledBy", many(remarks, "fulfilled"));
        return json;
    }

    private static JsonNode many(JsonNode remarks, String kind) {
        JsonNode ids = remarks.get(kind);
        return ids == null ? Json.MAPPER.createArrayNode() : ids;
    }

    private static @Nullable String one(JsonNode remarks, String kind) {
        JsonNode ids = remarks.get(kind);
        return ids == null ? null : ids.get(0).stringValue();
    }
}
