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
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.web.problem.Bilingual;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The vocabulary: every type of entry with its subject, labels, schema, and an example that is also its golden file.
 */
@RestController
@Tag(name = "Reading")
public final class EntryTypesController {
    private static final Labels FRENCH = Labels.in(Locale.FRENCH);
    private static final Labels ENGLISH = Labels.in(Locale.ENGLISH);

    private final Questions questions;
    private final EntryTypesAnswer vocabulary;
    private final CacheableAnswer answer;

    EntryTypesController(Questions questions) {
        this.questions = questions;
        this.vocabulary = vocabulary();
        this.answer = new CacheableAnswer(
                UUID.nameUUIDFromBytes(Json.text(vocabulary).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                false);
    }

    @GetMapping(path = "/api/v1/entry-types", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(EntryTypesAnswer.class)
    @Operation(operationId = "entryTypes", summary = "The vocabulary: JSON Schema, labels, subjects, examples")
    ResponseEntity<byte[]> entryTypes(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("entry-types", () -> answer.answer(seen, () -> vocabulary));
    }

    private static EntryTypesAnswer vocabulary() {
        return new EntryTypesAnswer(
                Arrays.stream(FactKind.values())
                        .map(kind -> new EntryTypesAnswer.Subject(
                                kind.code(), new Bilingual(FRENCH.of(kind), ENGLISH.of(kind))))
                        .toList(),
                EntryType.all().stream().map(EntryTypesController::word).toList());
    }

    private static EntryTypesAnswer.Type word(EntryType type) {
        return new EntryTypesAnswer.Type(
                type.name(),
                type.family(),
                subject(type),
                Revisions.VOCABULARY.current(type.name()),
                new Bilingual(FRENCH.of(type), ENGLISH.of(type)),
                EntrySchema.of(type),
                Examples.json(type));
    }

    /** Null for entries that move nothing in the world, such as those about the register itself. */
    private static @Nullable String subject(EntryType type) {
        Meaning meaning = Examples.of(type) instanceof WorldEntry entry ? Meaning.of(entry) : null;
        return meaning == null ? null : meaning.subject().kind().code();
    }
}
