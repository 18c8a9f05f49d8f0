package fr.jalon.query.agenda;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.Stretch;
import fr.jalon.answers.contract.AgendaAnswer;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
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
import fr.jalon.readmodel.question.Stretches;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a territory by the mere passing of days, and the ledger of what was announced for it. */
@RestController
@Tag(name = "Reading")
public final class AgendaController {
    private static final int MONTHS = 12;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Questions questions;
    private final Axes axes;
    private final Pinning pinning;
    private final States states;
    private final Stretches stretches;

    AgendaController(Questions questions, Axes axes, Pinning pinning, States states, Stretches stretches) {
        this.questions = questions;
        this.axes = axes;
        this.pinning = pinning;
        this.states = states;
        this.stretches = stretches;
    }

    @GetMapping("/api/v1/territories/{territory}/agenda")
    @AnswersJson(AgendaAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(
            operationId = "agenda",
            summary = "What begins, ends or becomes certain as days pass, what is announced, and what has not come")
    ResponseEntity<byte[]> agenda(
            @PathVariable String territory,
            @RequestParam(required = false)
                    @Parameter(description = "The first day; that of asOf if left out")
                    @Nullable
                    String from,
            @RequestParam(required = false)
                    @Parameter(description = "The last day; twelve months after the first if left out")
                    @Nullable
                    String to,
            @RequestParam(required = false)
                    @Parameter(
                            description = "The day on which it is drawn up, and what was announced judged; today in"
                                    + " Paris if left out")
                    @Nullable
                    String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("agenda", () -> {
            AsOf drawnUp = axes.asOf("asOf", asOf);
            Window days = days(drawnUp, from, to);
            KnownAt asked = axes.knownAt("knownAt", knownAt);
            questions.await(territory, axes.position("minPosition", minPosition));
            Known known = states.known(territory, asked)
                    .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
            Place place = pinning.place(territory, asked, known);
            return Freshness.of(place.tag(), drawnUp, asOf != null, place.holds())
                    .citedBy(Permalink.to("territories", territory, "agenda")
                            .with("from", days.earliest())
                            .with("to", days.latest())
                            .with("asOf", drawnUp)
                            .with("knownAt", place.pin()))
                    .answer(seen, () -> answer(territory, days, drawnUp, known, place));
        });
    }

    private Window days(AsOf drawnUp, @Nullable String from, @Nullable String to) {
        LocalDate first = from == null ? drawnUp.day() : axes.asOf("from", from).day();
        LocalDate last = to == null
                ? Days.earlier(first.plusMonths(MONTHS), LAST_DAY)
                : axes.asOf("to", to).day();
        if (last.isBefore(first)) {
            throw Problems.invalidParameter("to").asException();
        }
        return new Window(first, last);
    }

    private AgendaAnswer answer(String territory, Window days, AsOf drawnUp, Known known, Place place) {
        List<Stretch> held =
                known.recordedAt() == null ? List.of() : stretches.touching(territory, days, known.recordedAt());
        return AgendaAnswer.of(territory, days, drawnUp, held, place.text(), known.position());
    }
}
