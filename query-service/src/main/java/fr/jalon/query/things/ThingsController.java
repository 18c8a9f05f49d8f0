package fr.jalon.query.things;

import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.WordsInUse;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The names that a register knows, for those who write entries to find things by. */
@RestController
@Tag(name = "Reading")
public final class ThingsController {
    private final WordsInUse words;

    ThingsController(WordsInUse words) {
        this.words = words;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/things", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(ThingsAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(operationId = "things", summary = "What has a name in a territory's register, and what it is called")
    ResponseEntity<byte[]> things(@PathVariable String territory, Asked asked) {
        return asked.answer(
                territory,
                Permalink.to("territories", territory, "things"),
                place -> ThingsAnswer.of(territory, place, words.things(place.known())));
    }
}
