package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.EntryType;
import fr.jalon.standalone.Contract.Operation;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract says what everything in it means, and its examples are those of the demonstration's case. */
class ContractWordsTest {
    /** Calls whose examples ask for what the case does not have, or for a stream without an end. */
    private static final Map<String, String> NOT_ASKED = Map.of(
            "changes", "goes on for minutes",
            "draft", "is of a draft that nobody made",
            "checkProgress", "takes nothing",
            "rebuildProgress", "takes nothing");

    private static final Pattern OFFERED = Pattern.compile("This address offers: (.+)\\.");

    private final Asking asking = new Asking(DemoServer.running().address(), "national");
    private final Contract contract = Contract.of(asking);

    @Test
    void every_property_of_every_schema_says_what_it_means() {
        assertThat(contract.schema("State").has("properties")).isTrue();
        assertThat(contract.withoutDescription()).isEmpty();
    }

    @Test
    void every_parameter_says_what_it_means_and_has_an_example() {
        assertThat(contract.operations()).hasSizeGreaterThan(20);
        for (Operation call : contract.operations()) {
            for (JsonNode parameter : call.parameters()) {
                assertThat(parameter.path("description").asString(""))
                        .as("%s of %s", parameter.path("name"), call)
                        .isNotBlank();
                assertThat(parameter.has("example") || parameter.path("schema").has("default") || isListed(parameter))
                        .as("%s of %s", parameter.path("name"), call)
                        .isTrue();
            }
        }
    }

    @Test
    void every_call_says_what_it_answers_and_in_which_form() {
        for (Operation call : contract.operations()) {
            assertThat(call.said().path("summary").asString("")).as(call.id()).isNotBlank();
            JsonNode responses = call.said().path("responses");
            Operation.DONE.stream().filter(responses::has).forEach(status -> {
                assertThat(responses.path(status).path("description").asString(""))
                        .as(call.id())
                        .isNotBlank();
                assertThat(responses.path(status).path("content").valueStream())
                        .as(call.id())
                        .isNotEmpty()
                        .allMatch(content -> content.path("schema").size() > 0
                                && !content.path("schema").toString().equals("{\"type\":\"object\"}"));
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> the_examples_of_a_question_are_answered() {
        List<Operation> questions = contract.operations().stream()
                .filter(call -> call.method().equals("GET") && !NOT_ASKED.containsKey(call.id()))
                .toList();
        assertThat(questions).hasSizeGreaterThan(15);
        return questions.stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.id(),
                        () -> assertThat(asking.status(address(call)))
                                .as(address(call))
                                .isEqualTo(200)));
    }

    @TestFactory
    Stream<DynamicTest> a_form_that_a_call_does_not_offer_is_refused_with_those_that_it_does() {
        assertThat(contract.operations()).hasSizeGreaterThan(20);
        return contract.operations().stream()
                .map(call -> DynamicTest.dynamicTest(call.id(), () -> {
                    JsonNode refusal = JsonMapper.shared()
                            .readTree(asking.accepting("image/png", call.method(), address(call))
                                    .body());
                    assertThat(refusal.path("code").asString(""))
                            .as(refusal.toString())
                            .isEqualTo("not-acceptable");
                    assertThat(OFFERED.matcher(refusal.at("/details/en").asString("")))
                            .as("%s of %s", refusal, call.forms())
                            .matches(offer -> offer.matches()
                                    && call.forms()
                                            .containsAll(List.of(offer.group(1).split(", "))));
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_examples_of_an_entry_would_be_recorded() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation call : contract.operations()) {
            for (Map.Entry<String, JsonNode> example : call.said()
                    .at("/requestBody/content/application~1json/examples")
                    .properties()) {
                JsonNode value = example.getValue().path("value");
                if (value.isMissingNode()) {
                    continue;
                }
                String body = value.isString() ? value.asString() : value.toString();
                tests.add(DynamicTest.dynamicTest(
                        call.id() + ": " + example.getKey(),
                        () -> assertThat(asking.post(address(call) + "?dryRun=true", body)
                                        .body())
                                .contains("\"dryRun\":true")));
            }
        }
        assertThat(tests).hasSizeGreaterThan(3);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> the_example_of_each_type_of_entry_that_is_sent_is_one() {
        Operation recording = contract.operations().stream()
                .filter(call -> call.id().equals("recordEntry"))
                .findAny()
                .orElseThrow();
        JsonNode examples = recording.said().at("/requestBody/content/application~1json/examples");
        return EntryType.all().stream()
                .filter(type -> !type.isKeeping())
                .map(EntryType::name)
                .map(type -> DynamicTest.dynamicTest(type, () -> {
                    assertThat(examples.at("/" + type + "/$ref").asString(""))
                            .isEqualTo("#/components/examples/" + type);
                    contract.holds("Entry", contract.example(type), type);
                }));
    }

    private static boolean isListed(JsonNode parameter) {
        return parameter.path("schema").has("enum");
    }

    /** With the example of each parameter of its path, and of its query where they can stand together. */
    private static String address(Operation call) {
        String path = call.path().substring("/api/v1".length());
        for (JsonNode parameter : in(call, "path")) {
            path = path.replace(
                    "{" + parameter.path("name").asString() + "}",
                    parameter.path("example").asString());
        }
        if (!call.method().equals("GET")) {
            return path;
        }
        List<JsonNode> asked = in(call, "query").stream()
                .filter(parameter -> parameter.has("example") && !isLeftOut(call, parameter))
                .toList();
        return path
                + asked.stream()
                        .map(parameter -> parameter.path("name").asString() + "="
                                + URLEncoder.encode(parameter.path("example").asString(), UTF_8))
                        .collect(Collectors.joining("&", asked.isEmpty() ? "" : "?", ""));
    }

    /** An instant of the recorded axis is another in every demonstration; a difference is along one axis. */
    private static boolean isLeftOut(Operation call, JsonNode parameter) {
        String name = parameter.path("name").asString();
        return name.equals("knownAt")
                || (call.id().equals("difference")
                        && List.of("asOf", "knownFrom", "knownTo").contains(name));
    }

    private static List<JsonNode> in(Operation call, String place) {
        return call.parameters().stream()
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .toList();
    }
}
