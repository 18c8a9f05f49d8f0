package fr.jalon.query.state;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.answers.contract.StatesAnswer;
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
import fr.jalon.readmodel.question.Answer;
import fr.jalon.readmodel.question.Known;
import fr.jalon.readmodel.question.Progress;
import fr.jalon.readmodel.question.States;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was so on a day, as known at an instant: one territory, or all. */
@RestController
@Tag(name = "Reading")
@RequestMapping("/api/v1/territories")
public final class TerritoriesController {
    private final Questions questions;
    private final Axes axes;
    private final Pinning pinning;
    private final States states;
    private final Progress progress;

    TerritoriesController(Questions questions, Axes axes, Pinning pinning, States states, Progress progress) {
        this.questions = questions;
        this.axes = axes;
        this.pinning = pinning;
        this.states = states;
        this.progress = progress;
    }

    @GetMapping("/{territory}")
    @AnswersJson(StateAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(operationId = "state", summary = "A territory's state on a day, as known at an instant or position")
    ResponseEntity<byte[]> one(
            @PathVariable String territory,
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = Mementos.ACCEPT_DATETIME, required = false)
                    @Parameter(description = "Without knownAt: the state as it was known then (RFC 7089)")
                    @Nullable
                    String acceptDatetime) {
        return questions.answer("state", () -> {
            AsOf day = axes.asOf("asOf", asOf);
            KnownAt given = axes.knownAt("knownAt", knownAt);
            questions.await(territory, axes.position("minPosition", minPosition));
            // A memento is no longer negotiable: where a place is named the header has nothing to say.
            KnownAt negotiated = knownAt == null && acceptDatetime != null
                    ? Mementos.closest(states, territory, acceptDatetime)
                    : null;
            KnownAt asked = negotiated == null ? given : negotiated;
            Question question = new Question(territory, asOf, day, knownAt != null, negotiated != null);
            if (seen != null) {
                Known known = states.known(territory, asked).orElseThrow(() -> unknown(territory));
                Freshness freshness = freshness(question, pinning.place(territory, asked, known), known);
                if (freshness.isAmong(seen)) {
                    return freshness.unchanged();
                }
            }
            Answer answer = states.one(territory, day, asked).orElseThrow(() -> unknown(territory));
            Place place = pinning.place(territory, asked, answer.known());
            return freshness(question, place, answer.known()).answer(StateAnswer.of(answer.state(), place.text()));
        });
    }

    @GetMapping
    @AnswersJson(StatesAnswer.class)
    @Operation(operationId = "states", summary = "The state of every territory that was open then, in one answer")
    ResponseEntity<byte[]> all(
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("states", () -> {
            AsOf day = axes.asOf("asOf", asOf);
            KnownAt asked = axes.knownAtAnInstant("knownAt", knownAt);
            // The tag first: an answer newer than its tag is only asked for once more than needed.
            String tag = progress.tag();
            KnownAt read = pinning.readingAll(asked);
            boolean holds = pinning.holdsForAll(read);
            return Freshness.of(tag, day, asOf != null, knownAt != null && holds)
                    .citedBy(holds ? link(day, read) : null)
                    .answer(seen, () -> answer(day, read, states.all(day, read)));
        });
    }

    /** What was asked of one territory, beside the place on the recorded axis. */
    private record Question(
            String territory, @Nullable String asOf, AsOf day, boolean knownAtIsGiven, boolean negotiated) {
        Permalink link(Place place) {
            return Permalink.to("territories", territory).with("asOf", day).with("knownAt", place.pin());
        }
    }

    private static Freshness freshness(Question question, Place place, Known known) {
        boolean dayIsGiven = question.asOf != null;
        boolean pinned = question.knownAtIsGiven && place.holds();
        Permalink link = question.link(place);
        Freshness freshness =
                Freshness.of(place.tag(), question.day, dayIsGiven, pinned).citedBy(link);
        if (question.negotiated) {
            freshness = freshness.with(HttpHeaders.CONTENT_LOCATION, link.toString());
        }
        if (!question.knownAtIsGiven) {
            freshness = freshness.with(HttpHeaders.VARY, Mementos.ACCEPT_DATETIME);
        }
        boolean isMemento = question.negotiated || (dayIsGiven && pinned);
        return Mementos.headers(freshness, question.territory, question.asOf, isMemento ? known.recordedAt() : null);
    }

    private static Permalink link(AsOf day, KnownAt read) {
        return Permalink.to("territories").with("asOf", day).with("knownAt", Axes.text(read, Instant.EPOCH));
    }

    private static StatesAnswer answer(AsOf day, KnownAt asked, List<Answer> answers) {
        Instant lastRecordedAt =
                answers.stream().map(answer -> answer.known().lastRecordedAt()).reduce(Instant.EPOCH, Axes::later);
        String knownAt = Axes.text(asked, lastRecordedAt);
        return new StatesAnswer(
                day.day(),
                knownAt,
                answers.stream()
                        .map(answer -> StateAnswer.of(answer.state(), knownAt))
                        .toList());
    }

    private static ProblemException unknown(String territory) {
        return Problems.unknownTerritory(territory).asException();
    }
}
