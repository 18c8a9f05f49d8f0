package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The contract's words about answers, held against the answers about the whole case. */
class ContractTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Asking asking = new Asking(DemoServer.running().address(), "national");
    private final JsonNode contract = contract();

    @Test
    void the_main_answers_are_as_their_schemas_say_with_nothing_missing_and_nothing_more() throws Exception {
        Set<String> funders = new HashSet<>();
        for (JsonNode each : holds("States", "/territories?asOf=2023-06-01").path("territories")) {
            String territory = each.path("territory").asString();
            String path = "/territories/" + territory;
            holds("State", path + "?asOf=2023-12-31");
            holds("State", path + "?asOf=2023-06-01&knownAt=1");
            holds("Agenda", path + "/agenda?from=2010-01-01&to=2030-12-31");
            holds("Difference", path + "/difference?from=2010-01-01&to=2024-06-01");
            holds("Difference", path + "/difference?asOf=2024-06-01&knownFrom=1");
            JsonNode history = holds("History", path + "/history?limit=1000");
            JsonNode last = history.path("entries").get(history.path("entries").size() - 1);
            each.path("facts")
                    .path("funding")
                    .findParents("funder")
                    .forEach(value -> funders.add(value.at("/funder/id").asString()));
            holds("HistoryItem", path + "/entries/" + last.path("entryId").asString());
        }
        assertThat(holds("History", "/territories/marseille/history?limit=2")
                        .path("next")
                        .isString())
                .isTrue();
        assertThat(funders).isNotEmpty();
        for (String funder : funders) {
            holds("Portfolio", "/funders/" + funder + "?asOf=2023-06-01");
        }
    }

    @Test
    void the_main_calls_name_the_schemas_of_their_answers() {
        String one = "/territories/{territory}";
        names("States", "/territories");
        names("State", one);
        names("History", one + "/history");
        names("HistoryItem", one + "/entries/{entryId}");
        names("Difference", one + "/difference");
        names("Agenda", one + "/agenda");
        names("Portfolio", "/funders/{organisation}");
    }

    private void names(String schema, String path) {
        assertThat(contract.path("paths")
                        .path("/api/v1" + path)
                        .at("/get/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .as(path)
                .isEqualTo("#/components/schemas/" + schema);
    }

    private JsonNode holds(String name, String path) throws Exception {
        JsonNode answer = asking.get(path);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", contract.path("components"));
        assertThat(SCHEMAS.getSchema(schema.toString(), InputFormat.JSON).validate(answer.toString(), InputFormat.JSON))
                .as(path)
                .isEmpty();
        return answer;
    }

    private JsonNode contract() {
        try {
            JsonNode read = asking.get("/openapi.json");
            read.at("/components/schemas").forEach(ContractTest::close);
            return read;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Readers must let more pass than they know of; here nothing may come that the contract does not name. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(ContractTest::close);
    }
}
