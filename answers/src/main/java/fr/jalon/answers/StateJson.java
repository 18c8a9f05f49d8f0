package fr.jalon.answers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A state as the contract writes it: facts by subject, outlook in a list. */
public final class StateJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StateJson() {}

    /**
     * Writes a state.
     *
     * @param knownAt what the answer says it was known at: an instant, or null for a register that holds nothing
     */
    public static ObjectNode of(RegisterState state, @Nullable String knownAt) {
        ObjectNode json = NODES.objectNode();
        json.put("territory", state.territory());
        json.put("name", state.name());
        json.put("asOf", state.asOf().toString());
        json.put("knownAt", knownAt);
        json.put("position", state.position());
        ObjectNode facts = json.putObject("facts");
        for (Fact fact : state.facts()) {
            facts.withArrayProperty(fact.subject().kind().code()).add(fact(fact));
        }
        ArrayNode outlook = json.putArray("outlook");
        state.outlook().forEach(fact -> outlook.add(announcement(fact)));
        return json;
    }

    /** One fact as the contract writes it. */
    public static ObjectNode fact(Fact fact) {
        ObjectNode json = NODES.objectNode();
        json.put("key", fact.subject().key());
        json.set("value", fact.value());
        json.put("certainty", fact.certainty().code());
        json.put("since", fact.since());
        json.put("until", fact.until());
        json.set("entries", ids(fact.entries()));
        json.put("contested", fact.contested());
        return json;
    }

    /** What is announced: its type and status beside the attributes it would have. */
    public static ObjectNode announcement(Fact fact) {
        ObjectNode value = fact.value().deepCopy();
        ObjectNode json = NODES.objectNode();
        json.put("entryId", fact.subject().key());
        json.set("type", value.remove("type"));
        json.set("status", value.remove("status"));
        json.put("effective", fact.since());
        json.set("value", value);
        json.put("contested", fact.contested());
        return json;
    }

    private static ArrayNode ids(List<UUID> entries) {
        ArrayNode ids = NODES.arrayNode();
        entries.forEach(id -> ids.add(id.toString()));
        return ids;
    }
}
