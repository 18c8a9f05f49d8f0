package fr.jalon.query.difference;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.DifferenceAnswer;
import fr.jalon.query.asked.AsOfParameter;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Freshness;
import fr.jalon.query.asked.KnownAtParameter;
import fr.jalon.query.asked.MinPositionParameter;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Pinning;
import fr.jalon.query.asked.Place;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.Known;
import fr.jalon.readmodel.question.States;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two days of the world, or what was learned between two instants: one axis at a time. */
@RestController
@Tag(name = "Reading")
public final class DifferenceController {
    private final Questions questions;
    private final Axes axes;
    private final Pinning pinning;
    private final States states;

    DifferenceController(Questions questions, Axes axes, Pinning pinning, States states) {
        this.questions = questions;
        this.axes = axes;
        this.pinning = pinning;
        this.states = states;
    }

    @GetMapping("/api/v1/territories/{territory}/difference")
    @AnswersJson(DifferenceAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(
            operationId = "difference",
            summary = "What began, ended and changed: from and to with knownAt, or knownFrom and knownTo with asOf")
    ResponseEntity<byte[]> difference(
            @PathVariable String territory,
            @RequestParam(required = false) @Parameter(description = "The earlier day") @Nullable String from,
            @RequestParam(required = false) @Parameter(description = "The later day; today if left out") @Nullable
                    String to,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @Parameter(description = "The earlier place, written as knownAt") @Nullable
                    String knownFrom,
            @RequestParam(required = false)
                    @Parameter(description = "The later place, written as knownAt; now if left out")
                    @Nullable
                    String knownTo,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("difference", () -> {
            questions.await(territory, axes.position("minPosition", minPosition));
            if (knownFrom == null) {
                refuse("asOf", asOf);
                refuse("knownTo", knownTo);
                return ofTheWorld(territory, from, to, knownAt, seen);
            }
            refuse("from", from);
            refuse("to", to);
            refuse("knownAt", knownAt);
            return ofKnowledge(territory, asOf, knownFrom, knownTo, seen);
        });
    }

    private ResponseEntity<byte[]> ofTheWorld(
            String territory,
            @Nullable String from,
            @Nullable String to,
            @Nullable String knownAt,
            @Nullable String seen) {
        if (from == null) {
            throw Problems.invalidParameter("from").asException();
        }
        AsOf first = axes.asOf("from", from);
        AsOf second = axes.asOf("to", to);
        KnownAt asked = axes.knownAt("knownAt", knownAt);
        Known known = known(territory, asked);
        Place place = pinning.place(territory, asked, known);
        return Freshness.of(place.tag(), second, to != null, place.holds())
                .citedBy(link(territory).with("from", first).with("to", second).with("knownAt", place.pin()))
                .answer(
                        seen,
                        () -> DifferenceAnswer.OfDays.of(
                                state(territory, first, known), state(territory, second, known), place.text()));
    }

    private ResponseEntity<byte[]> ofKnowledge(
            String territory,
            @Nullable String asOf,
            String knownFrom,
            @Nullable String knownTo,
            @Nullable String seen) {
        AsOf day = axes.asOf("asOf", asOf);
        KnownAt first = axes.knownAt("knownFrom", knownFrom);
        KnownAt second = axes.knownAt("knownTo", knownTo);
        Known before = known(territory, first);
        Known after = known(territory, second);
        Place from = pinning.place(territory, first, before);
        Place to = pinning.place(territory, second, after);
        return Freshness.of(from.tag() + "-" + to.tag(), day, asOf != null, from.holds() && to.holds())
                .citedBy(link(territory)
                        .with("asOf", day)
                        .with("knownFrom", from.pin())
                        .with("knownTo", to.pin()))
                .answer(
                        seen,
                        () -> DifferenceAnswer.OfKnowledge.of(
                                state(territory, day, before), state(territory, day, after), from.text(), to.text()));
    }

    private static Permalink link(String territory) {
        return Permalink.to("territories", territory, "difference");
    }

    private Known known(String territory, KnownAt asked) {
        return states.known(territory, asked).orElseThrow(() -> unknown(territory));
    }

    /** By position, so that an entry recorded between two queries is in neither. */
    private RegisterState state(String territory, AsOf day, Known known) {
        return states.one(territory, day, new KnownAt.Through(known.position()))
                .orElseThrow(() -> unknown(territory))
                .state();
    }

    private static ProblemException unknown(String territory) {
        return Problems.unknownTerritory(territory).asException();
    }

    /** A parameter of the other axis: answering without it would be answering another question. */
    private static void refuse(String name, @Nullable String given) {
        if (given != null) {
            throw Problems.invalidParameter(name).asException();
        }
    }
}
