package fr.jalon.query.things;

import fr.jalon.events.json.Json;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.WordsInUse;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The names that a register knows, for those who write entries to find things by. */
@RestController
@Tag(name = "Reading")
public final class ThingsController {
    private final Questions questions;
    private final WordsInUse words;

    ThingsController(Questions questions, WordsInUse words) {
        this.questions = questions;
        this.words = words;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/things", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(ThingsAnswer.class)
    @MayAnswer(ProblemCode.UNKNOWN_TERRITORY)
    @Operation(operationId = "things", summary = "What has a name in a territory's register, and what it is called now")
    ResponseEntity<byte[]> things(
            @PathVariable String territory,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("things", () -> {
            questions.requireRecorded(territory);
            ThingsAnswer answer = new ThingsAnswer(
                    territory,
                    words.things(territory).stream().map(ThingsAnswer.Thing::of).toList());
            byte[] text = Json.text(answer).getBytes(StandardCharsets.UTF_8);
            return new CacheableAnswer(UUID.nameUUIDFromBytes(text).toString(), false)
                    .marked(questions::mark)
                    .answer(seen, () -> answer);
        });
    }
}
