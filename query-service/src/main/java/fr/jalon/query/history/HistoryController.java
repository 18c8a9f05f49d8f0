package fr.jalon.query.history;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.events.entry.EntryType;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Cursor;
import fr.jalon.query.asked.Freshness;
import fr.jalon.query.asked.KnownAtParameter;
import fr.jalon.query.asked.MinPositionParameter;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Pinning;
import fr.jalon.query.asked.Place;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.Known;
import fr.jalon.readmodel.question.States;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that was recorded, in recorded order, and each entry by itself. */
@RestController
@Tag(name = "Reading")
@RequestMapping("/api/v1/territories/{territory}")
public final class HistoryController {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final int DEFAULT_LIMIT = 100;

    private final Questions questions;
    private final Axes axes;
    private final Pinning pinning;
    private final States states;
    private final History history;

    HistoryController(Questions questions, Axes axes, Pinning pinning, States states, History history) {
        this.questions = questions;
        this.axes = axes;
        this.pinning = pinning;
        this.states = states;
        this.history = history;
    }

    @GetMapping("/history")
    @AnswersJson(HistoryPage.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(operationId = "history", summary = "What was recorded, in recorded order, a page at a time")
    ResponseEntity<byte[]> page(
            @PathVariable String territory,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Parameter(description = "First day of recording, in Paris") @Nullable
                    String from,
            @RequestParam(required = false) @Parameter(description = "Last day of recording, in Paris") @Nullable
                    String to,
            @RequestParam(required = false) @Parameter(description = "1 to 1000; 100 if left out") @Nullable
                    String limit,
            @RequestParam(required = false) @Parameter(description = "The previous page's next") @Nullable String after,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("history", () -> {
            int most = Cursor.limit(limit, DEFAULT_LIMIT);
            Instant first = axes.from("from", from);
            Instant last = axes.to("to", to);
            long shown = Cursor.position("after", after);
            Read read = read(territory, knownAt, minPosition);
            // One more than is shown tells whether there is a next page.
            History.Selection selection = new History.Selection(shown, read.through, type(type), first, last, most + 1);
            return read.freshness
                    .citedBy(Permalink.to("territories", territory, "history")
                            .with("type", type)
                            .with("from", from)
                            .with("to", to)
                            .with("limit", most)
                            .with("after", after)
                            .with("knownAt", read.pin))
                    .answer(seen, () -> HistoryPage.of(history.page(territory, selection), most));
        });
    }

    @GetMapping("/entries/{entryId}")
    @AnswersJson(HistoryItem.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.UNKNOWN_ENTRY, ProblemCode.PROJECTION_BEHIND})
    @Operation(operationId = "entry", summary = "One entry, as it stands in the history")
    ResponseEntity<byte[]> entry(
            @PathVariable String territory,
            @PathVariable String entryId,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("entry", () -> {
            if (!UUID_FORM.matcher(entryId).matches()) {
                throw Problems.invalidParameter("entryId").asException();
            }
            Read read = read(territory, knownAt, minPosition);
            return read.freshness
                    .citedBy(Permalink.to("territories", territory, "entries", entryId)
                            .with("knownAt", read.pin))
                    .answer(
                            seen,
                            () -> history.one(territory, UUID.fromString(entryId), read.through)
                                    .map(HistoryPage::item)
                                    .orElseThrow(() ->
                                            QueryProblems.unknownEntry(entryId).asException()));
        });
    }

    /**
     * Up to where a history is read.
     *
     * @param through the last position shown, and heard of what was said later
     */
    private record Read(long through, String pin, Freshness freshness) {}

    /** A later entry may be about an earlier one, so a history stays for ever only as it was known. */
    private Read read(String territory, @Nullable String knownAt, @Nullable String minPosition) {
        KnownAt asked = axes.knownAt("knownAt", knownAt);
        questions.await(territory, axes.position("minPosition", minPosition));
        Known known = states.known(territory, asked)
                .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
        Place place = pinning.place(territory, asked, known);
        return new Read(known.position(), place.pin(), new Freshness(place.tag(), place.holds()));
    }

    private static @Nullable String type(@Nullable String given) {
        if (given != null && EntryType.named(given).isEmpty()) {
            throw Problems.invalidParameter("type").asException();
        }
        return given;
    }
}
