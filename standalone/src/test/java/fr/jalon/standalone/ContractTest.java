package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's words about answers, held against the answers about the whole case. */
class ContractTest {
    private final Asking asking = new Asking(DemoServer.running().address(), "national");
    private final Contract contract = Contract.of(asking);

    @Test
    void the_main_answers_are_as_their_schemas_say_with_nothing_missing_and_nothing_more() throws Exception {
        Set<String> funders = new HashSet<>();
        for (JsonNode each : holds("States", "/territories?asOf=2023-06-01").path("territories")) {
            String territory = each.path("territory").asString();
            String path = "/territories/" + territory;
            holds("State", path + "?asOf=2023-12-31");
            holds("State", path + "?asOf=2023-06-01&knownAt=1");
            holds("Agenda", path + "/agenda?from=2010-01-01&to=2030-12-31");
            holds("Timeline", path + "/timeline");
            holds("Picture", path + "/picture?subject=coordination-carrier");
            holds("Why", path + "/why?subject=coordination-carrier&asOf=2023-06-01");
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
        names("Timeline", one + "/timeline");
        names("Picture", one + "/picture");
        names("Why", one + "/why");
        names("Portfolio", "/funders/{organisation}");
    }

    /** A client for TypeScript calls the enumeration of a parameter by its call, that of a field by its schema. */
    @Test
    void no_call_whose_parameter_has_a_closed_list_is_called_as_a_schema_with_a_list_of_that_name() {
        assertThat(contract.operations().stream()
                        .flatMap(call -> call.parameters().stream()
                                .filter(parameter -> parameter.path("schema").has("enum"))
                                .map(parameter -> parameter.path("name").asString())
                                .filter(name -> contract.schema(
                                                call.id().substring(0, 1).toUpperCase(Locale.ROOT)
                                                        + call.id().substring(1))
                                        .path("properties")
                                        .path(name)
                                        .has("enum"))
                                .map(name -> call.id() + " " + name)))
                .isEmpty();
    }

    @Test
    void what_auditors_and_operators_are_told_is_as_its_schema_says() throws Exception {
        holds("EntryTypes", "/entry-types");
        holds("Check", "/check");
        holds("RebuildProgress", "/rebuild");
        holds("ConsistencyProof", "/log/consistency?from=1");
        JsonNode history = asking.get("/territories/lille/history?limit=1");
        holds(
                "InclusionProof",
                "/log/entries/" + history.at("/entries/0/entryId").asString() + "/proof");
        String replay = "/territories/lille/replay?before=true";
        asking.text(replay, "application/x-ndjson")
                .lines()
                .forEach(line -> contract.holds("ReplayStep", read(line), replay));
    }

    @Test
    void what_is_recorded_or_refused_is_as_its_schema_says() throws Exception {
        String one = "/territories/lille/entries?dryRun=true";
        String entry = "{\"type\": \"programme-launched\", \"effective\": \"2023\", \"programme\": \"phc\"}";
        contract.holds("Receipt", read(asking.post(one, entry).body()), one);
        contract.holds("Problem", read(asking.post(one, "{}").body()), one);
        contract.holds(
                "Problem",
                read(asking.post("/territories/atlantide/entries", entry).body()),
                one);
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private void names(String schema, String path) {
        assertThat(contract.operations().stream()
                        .filter(call ->
                                call.method().equals("GET") && call.path().equals("/api/v1" + path))
                        .map(call -> call.said()
                                .at("/responses/200/content/application~1json/schema/$ref")
                                .asString()))
                .as(path)
                .containsExactly("#/components/schemas/" + schema);
    }

    private JsonNode holds(String name, String path) throws Exception {
        JsonNode answer = asking.get(path);
        contract.holds(name, answer, path);
        return answer;
    }
}
