package fr.jalon.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.api.CommandServer.Answer;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void the_contract_is_valid_and_documents_every_error() {
        try (CommandServer server = new CommandServer()) {
            Answer answer = server.send(server.as("auditor", "/api/v1/openapi.json"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("/openapi")).startsWith("3.1");
            SwaggerParseResult contract =
                    new OpenAPIV3Parser().readContents(answer.body(), List.of(), new ParseOptions());
            assertThat(contract.getMessages()).as(answer.body()).isEmpty();
            assertThat(contract.getOpenAPI().getPaths().keySet())
                    .containsExactlyInAnyOrder(
                            "/api/v1/entries",
                            "/api/v1/territories/{territory}/entries",
                            "/api/v1/territories/{territory}/entries/{entryId}/correction",
                            "/api/v1/territories/{territory}/entries/{entryId}/retraction",
                            "/api/v1/territories/{territory}/entries/{entryId}/contest");
            for (PathItem path : contract.getOpenAPI().getPaths().values()) {
                Operation post = path.getPost();
                assertThat(post.getRequestBody()).isNotNull();
                assertThat(post.getResponses())
                        .as(answer.body())
                        .containsKeys("200", "400", "401", "403", "404", "413", "415", "500", "503");
                assertThat(post.getParameters().stream().map(parameter -> parameter.getName()))
                        .contains("dryRun");
                assertThat(content(post, "401")).containsKey("application/problem+json");
            }
            PathItem entries = contract.getOpenAPI().getPaths().get("/api/v1/territories/{territory}/entries");
            Operation record = Objects.requireNonNull(entries).getPost();
            assertThat(record.getResponses()).containsKeys("201", "409", "412", "422");
            assertThat(content(record, "201")).as(answer.body()).containsKey("application/json");
        }
    }

    private static Content content(Operation operation, String status) {
        return Objects.requireNonNull(operation.getResponses().get(status)).getContent();
    }
}
