package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.api.LineStatus;
import fr.jalon.events.entry.Code;
import fr.jalon.standalone.Contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every golden answer in JSON, or each of its lines or events, is what the contract says of its call and status. */
class GoldenSchemasTest {
    private static final Pattern ANSWER =
            Pattern.compile("\\AHTTP (\\d+)\\n(?:.*\\n)*?content-type: ([a-z+/-]+)[^\\n]*\\n(?:.+\\n)*\\n(?s:(.*))\\z");

    /** Where most of an answer is hidden. */
    private static final String HIDDEN = "<progress>";

    private final Contract contract =
            Contract.of(new Asking(DemoServer.running().address(), "national"));

    @TestFactory
    Stream<DynamicTest> every_golden_answer_is_as_the_contract_says() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (GoldenRequest request : GoldenRequest.all()) {
            Matcher answer = ANSWER.matcher(new String(Files.readAllBytes(GoldenFiles.answer(request.name())), UTF_8));
            contract.call(request)
                    .filter(call -> answer.matches())
                    .ifPresent(call -> tests.add(
                            DynamicTest.dynamicTest(request.name(), () -> holds(call, answer, request.name()))));
        }
        assertThat(tests).hasSizeGreaterThan(200);
        return tests.stream();
    }

    @Test
    void what_may_become_of_a_line_is_listed_whole() {
        assertThat(contract.schema("LineResult")
                        .at("/properties/status/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(LineStatus.values()).map(Code::code).toList());
    }

    private void holds(Operation call, Matcher answer, String name) {
        JsonNode schema = call.schema(Integer.parseInt(answer.group(1)), answer.group(2));
        parts(answer.group(2), answer.group(3))
                .filter(part -> !part.contains(HIDDEN))
                .forEach(part -> {
                    assertThat(schema.isObject()).as("%s has a schema", name).isTrue();
                    if (!isText(schema)) {
                        contract.holds(schema, JsonMapper.shared().readTree(unmasked(part)), name);
                    }
                });
    }

    /** Exports, whose columns are the vocabulary's. */
    private static boolean isText(JsonNode schema) {
        return schema.path("type").asString("").equals("string");
    }

    /** What golden answers hide of numbers reads as one. */
    private static String unmasked(String json) {
        return json.replaceAll(":<[^>\"]*>", ":1");
    }

    private static Stream<String> parts(String form, String body) {
        return switch (form) {
            case "application/json", "application/problem+json" -> body.isBlank() ? Stream.of() : Stream.of(body);
            case "application/x-ndjson" -> body.lines();
            case "text/event-stream" ->
                body.lines().filter(line -> line.startsWith("data: ")).map(line -> line.substring("data: ".length()));
            default -> Stream.of();
        };
    }
}
