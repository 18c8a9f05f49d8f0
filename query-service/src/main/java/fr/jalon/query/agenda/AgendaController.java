package fr.jalon.query.agenda;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Stretch;
import fr.jalon.answers.contract.AgendaAnswer;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.Stretches;
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

/** What becomes of a territory by the mere passing of days, and the ledger of what was announced for it. */
@RestController
@Tag(name = "Reading")
public final class AgendaController {
    private static final int MONTHS = 12;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Axes axes;
    private final Stretches stretches;

    AgendaController(Axes axes, Stretches stretches) {
        this.axes = axes;
        this.stretches = stretches;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/agenda", produces = MediaType.APPLICATION_JSON_VALUE)
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
            @Parameter(
                            description = "The day on which it is drawn up, and what was announced judged; today in"
                                    + " Paris if left out")
                    AskedDay drawnUp,
            Asked asked) {
        Window days = days(drawnUp.asOf(), from, to);
        Permalink link = Permalink.to("territories", territory, "agenda")
                .with("from", days.earliest())
                .with("to", days.latest())
                .with("asOf", drawnUp.asOf());
        return asked.answer(territory, drawnUp, link, place -> {
            List<Stretch> held = stretches.touching(place.known(), days, asked.sight());
            return AgendaAnswer.of(
                    territory,
                    days,
                    drawnUp.asOf(),
                    held,
                    place.text(),
                    place.known().position());
        });
    }

    private Window days(AsOf drawnUp, @Nullable String from, @Nullable String to) {
        LocalDate first = from == null ? drawnUp.day() : axes.asOf("from", from).day();
        LocalDate last = to == null
                ? Days.earlier(first.plusMonths(MONTHS), LAST_DAY)
                : axes.asOf("to", to).day();
        if (last.isBefore(first)) {
            throw ParameterForm.LAST_DAY.missedBy("to", first).asException();
        }
        return new Window(first, last);
    }
}
