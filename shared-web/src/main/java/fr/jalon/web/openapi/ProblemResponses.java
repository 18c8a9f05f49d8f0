package fr.jalon.web.openapi;

import fr.jalon.web.problem.ProblemJson;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;

/** Documents the errors of a call: those that any may meet, and with the form of all those it names itself. */
final class ProblemResponses {
    private static final Map<String, String> OF_ANY = Map.of(
            "400", "It cannot be understood",
            "401", "Signing in is needed",
            "403", "This account may not do this",
            "404", "There is no such thing",
            "406", "None of the forms asked for exists",
            "429", "Too much at once or too many wrong passwords; Retry-After says when to try again",
            "500", "An internal error",
            "503", "Not available at the moment; Retry-After says when to try again");
    private static final Map<String, String> OF_BODIES =
            Map.of("413", "What was sent is too large", "415", "This type of content is not taken");

    private ProblemResponses() {}

    static void document(Operation operation) {
        ApiResponses responses = operation.getResponses();
        OF_ANY.forEach((status, description) -> add(responses, status, description));
        if (operation.getRequestBody() != null) {
            OF_BODIES.forEach((status, description) -> add(responses, status, description));
        }
        responses.forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(content());
            }
        });
    }

    private static void add(ApiResponses responses, String status, String description) {
        responses.computeIfAbsent(status, missing -> new ApiResponse().description(description));
    }

    private static Content content() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + ProblemSchema.NAME);
        return new Content().addMediaType(ProblemJson.MEDIA_TYPE, new MediaType().schema(problem));
    }
}
