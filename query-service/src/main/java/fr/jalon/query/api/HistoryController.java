package fr.jalon.query.api;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.KnownAt;
import fr.jalon.query.register.History;
import fr.jalon.query.register.History.Item;
import fr.jalon.query.register.States;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that was recorded, in recorded order, and each entry by itself. */
@RestController
@Tag(name = "Reading")
@RequestMapping("/api/v1/territories/{territory}")
final class HistoryController {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,3}");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;

    private final Questions questions;
    private final Axes axes;
    private final States states;
    private final History history;

    HistoryController(Questions questions, Axes axes, States states, History history) {
        this.questions = questions;
        this.axes = axes;
        this.states = states;
        this.history = history;
    }

    @GetMapping("/history")
    @AnswersJson
    @Operation(operationId = "history", summary = "What was recorded, in recorded order, a page at a time")
    ResponseEntity<JsonNode> page(
            @PathVariable String territory,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Parameter(description = "First day of recording, in Paris") @Nullable
                    String from,
            @RequestParam(required = false) @Parameter(description = "Last day of recording, in Paris") @Nullable
                    String to,
            @RequestParam(required = false) @Parameter(description = "1 to 1000; 100 if left out") @Nullable
                    String limit,
            @RequestParam(required = false) @Parameter(description = "The previous page's next") @Nullable String after,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("history", () -> {
            int most = limit(limit);
            History.Selection selection = new History.Selection(
                    Cursor.position("after", after),
                    type(type),
                    axes.from("from", from),
                    axes.to("to", to),
                    // One more than is shown tells whether there is a next page.
                    most + 1);
            return freshness(territory, minPosition).answer(seen, () -> json(history.page(territory, selection), most));
        });
    }

    @GetMapping("/entries/{entryId}")
    @AnswersJson
    @Operation(operationId = "entry", summary = "One entry, as it stands in the history")
    ResponseEntity<JsonNode> entry(
            @PathVariable String territory,
            @PathVariable String entryId,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("entry", () -> {
            if (!UUID_FORM.matcher(entryId).matches()) {
                throw Problems.invalidParameter("entryId").asException();
            }
            return freshness(territory, minPosition)
                    .answer(
                            seen,
                            () -> history.one(territory, UUID.fromString(entryId))
                                    .map(HistoryJson::of)
                                    .orElseThrow(() ->
                                            QueryProblems.unknownEntry(entryId).asException()));
        });
    }

    /** A later entry may be about an earlier one, so nothing of a history stays for ever; it rests on the last position. */
    private Freshness freshness(String territory, @Nullable String minPosition) {
        questions.await(territory, axes.position("minPosition", minPosition));
        return states.known(territory, new KnownAt.Now())
                .map(known -> new Freshness(Long.toString(known.position()), false))
                .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
    }

    private static JsonNode json(List<Item> items, int most) {
        List<Item> shown = items.subList(0, Math.min(most, items.size()));
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode entries = json.putArray("entries");
        shown.forEach(item -> entries.add(HistoryJson.of(item)));
        json.put("next", items.size() > most ? Cursor.after(shown.getLast().position()) : null);
        return json;
    }

    private static @Nullable String type(@Nullable String given) {
        if (given != null && EntryType.named(given).isEmpty()) {
            throw Problems.invalidParameter("type").asException();
        }
        return given;
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        if (!LIMIT.matcher(given).matches() || Integer.parseInt(given) > MOST) {
            throw Problems.invalidParameter("limit").asException();
        }
        return Integer.parseInt(given);
    }
}
