package fr.jalon.query.state;

import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.States;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What was so in one territory on a day, as far as its register was known. */
@RestController
@Tag(name = "Reading")
public final class StateController {
    private final States states;

    StateController(States states) {
        this.states = states;
    }

    @GetMapping(path = "/api/v1/territories/{territory}", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(StateAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(operationId = "state", summary = "A territory's state on a day, as known at an instant or position")
    ResponseEntity<byte[]> state(
            @PathVariable String territory,
            AskedDay day,
            Asked asked,
            @RequestHeader(name = Mementos.ACCEPT_DATETIME, required = false)
                    @Parameter(description = "Without knownAt: the state as it was known then (RFC 7089)")
                    @Nullable
                    String acceptDatetime) {
        return asked.answer(() -> {
            // A memento is no longer negotiable: where a place is named the header has nothing to say.
            CitedPlace negotiated = acceptDatetime == null || asked.isPlaceGiven()
                    ? null
                    : asked.closest(territory, Mementos.read(acceptDatetime));
            CitedPlace place = negotiated == null ? asked.place(territory) : negotiated;
            return Mementos.of(territory, day, asked, place, negotiated != null)
                    .answer(
                            asked.seen(),
                            () -> StateAnswer.of(states.one(place.known(), day.asOf(), asked.sight()), place.text()));
        });
    }
}
