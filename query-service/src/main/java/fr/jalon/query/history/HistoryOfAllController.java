package fr.jalon.query.history;

import fr.jalon.events.entry.Slug;
import fr.jalon.events.language.Folded;
import fr.jalon.query.asked.AskedOfAll;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Cursor;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.RecordedOrder;
import fr.jalon.readmodel.question.WholeHistory;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that was recorded, on all territories, in recorded order or the newest first. */
@RestController
@Tag(name = "Reading")
public final class HistoryOfAllController {
    private static final int DEFAULT_LIMIT = 100;

    private final Axes axes;
    private final Questions questions;
    private final WholeHistory history;
    private final EntryNames names;

    HistoryOfAllController(Axes axes, Questions questions, WholeHistory history, EntryNames names) {
        this.names = names;
        this.axes = axes;
        this.questions = questions;
        this.history = history;
    }

    @GetMapping(path = "/api/v1/history", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(HistoryOfAll.class)
    @MayAnswer(ProblemCode.UNKNOWN_TERRITORY)
    @Operation(
            operationId = "historyOfAll",
            summary = "What was recorded on all territories, in recorded order or the newest first, a page at a time")
    ResponseEntity<byte[]> page(
            @RequestParam(required = false) @Parameter(description = "Only this territory's") @Nullable
                    String territory,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false)
                    @Parameter(description = "Only what this account recorded", example = "national")
                    @Nullable
                    String actor,
            @RequestParam(required = false) @Parameter(description = "First day of recording, in Paris") @Nullable
                    String from,
            @RequestParam(required = false) @Parameter(description = "Last day of recording, in Paris") @Nullable
                    String to,
            @RequestParam(required = false)
                    @Parameter(
                            description =
                                    "Beginnings of words, in any order, whatever their case and accents: the entry"
                                            + " as it was recorded has all of them",
                            example = "jardin nord")
                    @Nullable
                    String text,
            @RequestParam(required = false) @NewestFirst @Nullable String newest,
            @RequestParam(required = false) @WithNames @Nullable String names,
            @RequestParam(required = false) @Parameter(description = "1 to 1000; 100 if left out") @Nullable
                    String limit,
            @RequestParam(required = false) @Parameter(description = "The previous page's next") @Nullable String after,
            AskedOfAll asked) {
        HistoryController.requireType(type);
        if (actor != null && !Slug.isSlug(actor)) {
            throw ParameterForm.ACCOUNT.missedBy("actor").asException();
        }
        boolean isNamed = ParameterForm.isTrue("names", names);
        Set<String> words = words(text);
        RecordedOrder order = HistoryController.order(newest);
        int most = Cursor.limit(limit, DEFAULT_LIMIT);
        // One more than is shown tells whether there is a next page.
        WholeHistory.Wanted wanted = new WholeHistory.Wanted(
                order,
                HistoryOfAll.place("after", after),
                territory,
                type,
                actor,
                axes.from("from", from),
                axes.to("to", to),
                words,
                most + 1);
        Permalink link = Permalink.to("history")
                .with("territory", territory)
                .with("type", type)
                .with("actor", actor)
                .with("from", from)
                .with("to", to)
                .with("text", words.isEmpty() ? null : String.join(" ", words))
                .with("newest", order == RecordedOrder.NEWEST_FIRST ? true : null)
                .with("names", isNamed ? true : null)
                .with("limit", most)
                .with("after", after);
        return asked.answer(link, () -> requireRecorded(territory), instant -> {
            HistoryOfAll page = HistoryOfAll.of(
                    instant.text(), history.page(wanted, instant.knownAt(), instant.frontier(), asked.sight()), most);
            if (page.entries().isEmpty()) {
                requireRecorded(territory);
            }
            return isNamed ? page.with(this.names.with(page.entries(), instant.knownAt(), instant.frontier())) : page;
        });
    }

    private void requireRecorded(@Nullable String territory) {
        if (territory != null) {
            questions.requireRecorded(territory);
        }
    }

    private static Set<String> words(@Nullable String text) {
        Set<String> words = text == null ? Set.of() : Folded.words(text);
        if (text != null && words.isEmpty()) {
            throw ParameterForm.WORDS.missedBy("text").asException();
        }
        return words;
    }
}
