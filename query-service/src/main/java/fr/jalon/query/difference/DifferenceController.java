package fr.jalon.query.difference;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.DifferenceAnswer;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.States;
import fr.jalon.readmodel.question.States.Point;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two days of the world, or what was learned between two instants: one axis at a time. */
@RestController
@Tag(name = "Reading")
public final class DifferenceController {
    private final Axes axes;
    private final States states;

    DifferenceController(Axes axes, States states) {
        this.axes = axes;
        this.states = states;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/difference", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(DifferenceAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.FROM_AFTER_TO, ProblemCode.PROJECTION_BEHIND})
    @Operation(
            operationId = "difference",
            summary = "What began, ended and changed: from and to with knownAt, or knownFrom and knownTo with asOf")
    ResponseEntity<byte[]> difference(
            @PathVariable String territory,
            @RequestParam(required = false) @Parameter(description = "The earlier day") @Nullable String from,
            @RequestParam(required = false) @Parameter(description = "The later day; today if left out") @Nullable
                    String to,
            AskedDay asOf,
            @RequestParam(required = false) @Parameter(description = "The earlier place, written as knownAt") @Nullable
                    String knownFrom,
            @RequestParam(required = false)
                    @Parameter(description = "The later place, written as knownAt; now if left out")
                    @Nullable
                    String knownTo,
            Asked asked) {
        if (knownFrom == null) {
            refuse("asOf", asOf.isGiven());
            refuse("knownTo", knownTo != null);
            if (from == null) {
                throw ParameterForm.GIVEN.missedBy("from").asException();
            }
            return ofTheWorld(territory, axes.asOf("from", from), new AskedDay(axes.asOf("to", to), to != null), asked);
        }
        refuse("from", from != null);
        refuse("to", to != null);
        refuse("knownAt", asked.isPlaceGiven());
        return ofKnowledge(territory, asOf, axes.place("knownFrom", knownFrom), axes.place("knownTo", knownTo), asked);
    }

    private ResponseEntity<byte[]> ofTheWorld(String territory, AsOf first, AskedDay second, Asked asked) {
        LocalDate to = second.asOf().day();
        if (first.day().isAfter(to)) {
            throw QueryProblems.fromAfterTo(first.day(), to).asException();
        }
        Permalink link = link(territory).with("from", first).with("to", second.asOf());
        return asked.answer(territory, second, link, place -> {
            List<RegisterState> both = states.at(
                    territory, asked.sight(), new Point(place.known(), first), new Point(place.known(), second.asOf()));
            return DifferenceAnswer.OfDays.of(both.getFirst(), both.getLast(), place.text());
        });
    }

    private ResponseEntity<byte[]> ofKnowledge(
            String territory, AskedDay day, RegisterPlace first, RegisterPlace second, Asked asked) {
        return asked.answer(() -> {
            List<CitedPlace> places = asked.places(territory, first, second);
            CitedPlace from = places.getFirst();
            CitedPlace to = places.getLast();
            return asked.marked(CacheableAnswer.of(from.tag() + "-" + to.tag(), day, from.holds() && to.holds()))
                    .citedBy(link(territory)
                            .with("asOf", day.asOf())
                            .with("knownFrom", from.pin())
                            .with("knownTo", to.pin()))
                    .answer(asked.seen(), () -> {
                        List<RegisterState> both =
                                states.learned(territory, asked.sight(), day.asOf(), from.known(), to.known());
                        return DifferenceAnswer.OfKnowledge.of(both.getFirst(), both.getLast(), from.text(), to.text());
                    });
        });
    }

    private static Permalink link(String territory) {
        return Permalink.to("territories", territory, "difference");
    }

    /** A parameter of the other axis: answering without it would be answering another question. */
    private static void refuse(String name, boolean refused) {
        if (refused) {
            throw ParameterForm.LEFT_OUT.missedBy(name).asException();
        }
    }
}
