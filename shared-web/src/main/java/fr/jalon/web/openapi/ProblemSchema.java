package fr.jalon.web.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;

/** The form of a problem document, as {@link fr.jalon.web.problem.ProblemJson} writes it. */
final class ProblemSchema {
    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<?> schema() {
        return object(
                Map.of(
                        "type", format("uri"),
                        "title", of("string"),
                        "titles", bilingual(),
                        "status", of("integer"),
                        "detail", of("string"),
                        "details", bilingual(),
                        "code", of("string").description("Stable; what a program acts on"),
                        "errors", of("array").items(cause())),
                List.of("type", "title", "titles", "status", "code", "errors"));
    }

    private static Schema<?> cause() {
        return object(
                Map.of(
                        "code", of("string"),
                        "pointer", of("string").description("The field at fault (RFC 6901); empty for the whole"),
                        "column", of("string").description("In a table, the header of the column at fault"),
                        "detail", of("string"),
                        "details", bilingual(),
                        "entry", format("uuid").description("The recorded entry it clashes with")),
                List.of("code", "pointer", "detail", "details"));
    }

    private static Schema<?> bilingual() {
        return object(Map.of("fr", of("string"), "en", of("string")), List.of("fr", "en"));
    }

    private static Schema<?> object(Map<String, Schema<?>> properties, List<String> required) {
        Schema<?> object = of("object");
        properties.forEach(object::addProperty);
        return object.required(required);
    }

    private static Schema<?> format(String format) {
        return of("string").format(format);
    }

    private static Schema<?> of(String type) {
        return new JsonSchema().typesItem(type);
    }
}
