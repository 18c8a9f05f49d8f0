package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntrySchema;
import fr.jalon.events.json.Examples;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.Revisions;
import fr.jalon.events.label.Labels;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.query.asked.Freshness;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.contract.AnswersJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The vocabulary: every type of entry with its subject, labels, schema, and an example that is also its golden file. */
@RestController
@Tag(name = "Reading")
public final class EntryTypesController {
    private static final Labels FRENCH = Labels.in(Locale.FRENCH);
    private static final Labels ENGLISH = Labels.in(Locale.ENGLISH);

    private final Questions questions;
    private final JsonNode vocabulary;
    private final Freshness freshness;

    EntryTypesController(Questions questions) {
        this.questions = questions;
        this.vocabulary = vocabulary();
        this.freshness = new Freshness(
                UUID.nameUUIDFromBytes(vocabulary.toString().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                false);
    }

    @GetMapping("/api/v1/entry-types")
    @AnswersJson
    @Operation(operationId = "entryTypes", summary = "The vocabulary: JSON Schema, labels, subjects, examples")
    ResponseEntity<byte[]> entryTypes(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("entry-types", () -> freshness.answer(seen, () -> vocabulary));
    }

    private static JsonNode vocabulary() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode subjects = json.putArray("subjects");
        for (FactKind kind : FactKind.values()) {
                subjects.addObject().put("name", kind.code()).set("labels", labels(FRENCH.of(kind), ENGLISH.of(kind)));
        }
        ArrayNode types = json.putArray("entryTypes");
        EntryType.all().forEach(type -> types.add(json(type)));
        return json;
    }

    private static ObjectNode json(EntryType type) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("name", type.name());
        json.put("family", type.family());
        json.put("subject", subject(type));
        json.put("revision", Revisions.VOCABULARY.current(type.name()));
        json.set("labels", labels(FRENCH.of(type), ENGLISH.of(type)));
        json.set("schema", EntrySchema.of(type));
        json.set("example", Examples.json(type));
        return json;
    }

    /** Null for entries that move nothing in the world, such as those about the register itself. */
    private static @Nullable String subject(EntryType type) {
        Meaning meaning = Examples.of(type) instanceof WorldEntry entry ? Meaning.of(entry) : null;
        return meaning == null ? null : meaning.subject().kind().code();
    }

    private static ObjectNode labels(String fr, String en) {
        return Json.MAPPER.createObjectNode().put("fr", fr).put("en", en);
    }
}
