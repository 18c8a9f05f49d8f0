package fr.jalon.answers;

import fr.jalon.events.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What several values have in common: each part that all of them tell alike. */
final class CommonValue {
    private CommonValue() {}

    static ObjectNode of(List<? extends JsonNode> values) {
        ObjectNode common = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> part : values.getFirst().properties()) {
            String name = part.getKey();
            List<JsonNode> told = values.stream().map(value -> value.path(name)).toList();
            if (told.stream().allMatch(part.getValue()::equals)) {
                common.set(name, part.getValue());
            } else if (told.stream().allMatch(JsonNode::isObject)) {
                ObjectNode nested = of(told);
                if (!nested.isEmpty()) {
                    common.set(name, nested);
                }
            }
        }
        return common;
    }
}
