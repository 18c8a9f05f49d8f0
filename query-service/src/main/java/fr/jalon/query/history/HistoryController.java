package fr.jalon.query.history;

import fr.jalon.events.entry.EntryType;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Cursor;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.RecordedOrder;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that was recorded, in recorded order or the newest first. */
@RestController
@Tag(name = "Reading")
public final class HistoryController {
    private static final int DEFAULT_LIMIT = 100;

    private final Axes axes;
    private final History history;
    private final EntryNames names;

    HistoryController(Axes axes, History history, EntryNames names) {
        this.names = names;
        this.axes = axes;
        this.history = history;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(HistoryPage.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(
            operationId = "history",
            summary = "What was recorded, in recorded order or the newest first, a page at a time")
    ResponseEntity<byte[]> page(
            @PathVariable String territory,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Parameter(description = "First day of recording, in Paris") @Nullable
                    String from,
            @RequestParam(required = false) @Parameter(description = "Last day of recording, in Paris") @Nullable
                    String to,
            @RequestParam(required = false) @NewestFirst @Nullable String newest,
            @RequestParam(required = false) @WithNames @Nullable String names,
            @RequestParam(required = false) @Parameter(description = "1 to 1000; 100 if left out") @Nullable
                    String limit,
            @RequestParam(required = false) @Parameter(description = "The previous page's next") @Nullable String after,
            Asked asked) {
        int most = Cursor.limit(limit, DEFAULT_LIMIT);
        Instant first = axes.from("from", from);
        Instant last = axes.to("to", to);
        RecordedOrder order = order(newest);
        long shown = Cursor.position("after", after, order.outset());
        boolean isNamed = ParameterForm.isTrue("names", names);
        requireType(type);
        Permalink link = Permalink.to("territories", territory, "history")
                .with("type", type)
                .with("from", from)
                .with("to", to)
                .with("newest", order == RecordedOrder.NEWEST_FIRST ? true : null)
                .with("names", isNamed ? true : null)
                .with("limit", most)
                .with("after", after);
        return asked.answer(territory, link, place -> {
            // One more than is shown tells whether there is a next page.
            long through = place.known().position();
            History.Selection selection = new History.Selection(order, shown, through, type, first, last, most + 1);
            HistoryPage page = HistoryPage.of(history.page(territory, selection, asked.sight()), most);
            return isNamed ? page.with(this.names.with(page.entries(), place.known())) : page;
        });
    }

    static RecordedOrder order(@Nullable String newest) {
        return ParameterForm.isTrue("newest", newest) ? RecordedOrder.NEWEST_FIRST : RecordedOrder.OLDEST_FIRST;
    }

    static void requireType(@Nullable String given) {
        if (given != null && EntryType.named(given).isEmpty()) {
            throw ParameterForm.ENTRY_TYPE.missedBy("type").asException();
        }
    }
}
