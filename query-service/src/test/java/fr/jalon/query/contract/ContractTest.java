package fr.jalon.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.Json;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractTest {
    /** No cache keeps them, so that none can have them already. */
    private static final Set<String> NEVER_KEPT = Set.of(
            "accessRecord",
            "accounts",
            "ownAccount",
            "person",
            "erasures",
            "redactions",
            "retention",
            "limitations",
            "mentions");

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    private static final Set<Set<String>> OTHER_FORMS = Set.of(
            Set.of("application/link-format"),
            Set.of("text/event-stream"),
            Set.of(XLSX, ODS),
            Set.of("text/csv", XLSX, ODS));

    @Test
    void the_contract_is_valid_and_documents_every_question_and_error() {
        QueryServer server = QueryServer.shared();
        Answer answer = server.send(server.as("auditor", "/api/v1/openapi.json"));
        assertThat(answer.status()).isEqualTo(200);
        SwaggerParseResult contract =
                new OpenAPIV3Parser().readContents(answer.response().body(), List.of(), new ParseOptions());
        assertThat(contract.getMessages()).as(answer.toString()).isEmpty();
        assertThat(contract.getOpenAPI().getPaths().keySet())
                .contains(
                        "/api/v1/territories",
                        "/api/v1/territories/{territory}",
                        "/api/v1/territories/{territory}/history",
                        "/api/v1/territories/{territory}/entries/{entryId}",
                        "/api/v1/territories/{territory}/difference",
                        "/api/v1/territories/{territory}/timemap",
                        "/api/v1/territories/{territory}/agenda",
                        "/api/v1/changes",
                        "/api/v1/territories/{territory}/export/{file}",
                        "/api/v1/export/{file}",
                        "/api/v1/entry-types",
                        "/api/v1/entry-types/{type}/template",
                        "/api/v1/funders/{organisation}");
        for (PathItem path : contract.getOpenAPI().getPaths().values()) {
            Operation get = path.getGet();
            if (get == null) {
                continue;
            }
            assertThat(get.getResponses()).containsKeys("200", "400", "401", "404", "503");
            Content content =
                    Objects.requireNonNull(get.getResponses().get("200")).getContent();
            if (!OTHER_FORMS.contains(content.keySet()) && !NEVER_KEPT.contains(get.getOperationId())) {
                assertThat(content).containsKey("application/json");
                assertThat(get.getResponses()).containsKey("304");
            }
        }
    }

    @Test
    void every_answer_in_json_says_what_is_in_it() {
        QueryServer server = QueryServer.shared();
        JsonNode contract = Json.parse(server.send(server.as("auditor", "/api/v1/openapi.json"))
                .response()
                .body()
                .getBytes(StandardCharsets.UTF_8));
        for (var path : contract.path("paths").properties()) {
            for (JsonNode call : path.getValue()) {
                for (var answer : call.path("responses").properties()) {
                    JsonNode content = answer.getValue().path("content");
                    JsonNode form = content.path("application/json").path("schema");
                    assertThat(content.isObject() && content.isEmpty())
                            .as(path.getKey() + " " + answer.getKey())
                            .isFalse();
                    assertThat(form.path("type").asString(""))
                            .as(path.getKey() + " " + answer.getKey())
                            .isNotEqualTo("string");
                }
            }
        }
    }

    @Test
    void each_question_is_timed_by_its_kind() {
        QueryServer server = QueryServer.shared();
        server.get("/territories");
        Answer metrics = server.send(server.as("auditor", "/actuator/prometheus"));
        assertThat(metrics.response().body()).contains("jalon_query_seconds_count{kind=\"states\"");
    }
}
