package fr.jalon.query.state;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Sight;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.answers.contract.StatesAnswer;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.AskedOfAll;
import fr.jalon.query.asked.CitedInstant;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.States;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was so in all territories on a day, as known at an instant. */
@RestController
@Tag(name = "Reading")
public final class StatesController {
    private final States states;

    StatesController(States states) {
        this.states = states;
    }

    @GetMapping(path = "/api/v1/territories", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(StatesAnswer.class)
    @Operation(operationId = "states", summary = "The state of every territory that was open then, in one answer")
    ResponseEntity<byte[]> states(AskedDay day, AskedOfAll asked) {
        Permalink link = Permalink.to("territories").with("asOf", day.asOf());
        return asked.answer(day, link, instant -> all(day.asOf(), instant, asked.sight()));
    }

    private StatesAnswer all(AsOf day, CitedInstant instant, Sight sight) {
        return new StatesAnswer(
                day.day(),
                instant.text(),
                states.all(day, instant.knownAt(), instant.frontier(), sight).stream()
                        .map(state -> StateAnswer.of(state, instant.text()))
                        .toList());
    }
}
