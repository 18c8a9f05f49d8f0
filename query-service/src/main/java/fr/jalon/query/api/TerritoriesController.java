package fr.jalon.query.api;

import fr.jalon.events.json.Json;
import fr.jalon.events.register.AsOf;
import fr.jalon.events.register.KnownAt;
import fr.jalon.events.register.StateJson;
import fr.jalon.query.register.Answer;
import fr.jalon.query.register.Known;
import fr.jalon.query.register.Progress;
import fr.jalon.query.register.States;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was so on a day, as known at an instant: one territory, or all. */
@RestController
@Tag(name = "Reading")
@RequestMapping("/api/v1/territories")
final class TerritoriesController {
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
    @AnswersJson
    @Operation(operationId = "state", summary = "A territory's state on a day, as known at an instant or position")
    ResponseEntity<JsonNode> one(
            @PathVariable String territory,
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("state", () -> {
            AsOf day = axes.asOf("asOf", asOf);
            KnownAt asked = axes.knownAt("knownAt", knownAt);
            questions.await(territory, axes.position("minPosition", minPosition));
            if (seen != null) {
                Known known = states.known(territory, asked).orElseThrow(() -> unknown(territory));
                Freshness freshness = freshness(territory, asked, known, day, asOf != null);
                if (freshness.isAmong(seen)) {
                    return freshness.unchanged();
                }
            }
            Answer answer = states.one(territory, day, asked).orElseThrow(() -> unknown(territory));
            return freshness(territory, asked, answer.known(), day, asOf != null)
                    .answer(StateJson.of(answer.state(), axes.text(asked, answer.known())));
        });
    }

    @GetMapping
    @AnswersJson
    @Operation(operationId = "states", summary = "The state of every territory that was open then, in one answer")
    ResponseEntity<JsonNode> all(
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("states", () -> {
            AsOf day = axes.asOf("asOf", asOf);
            KnownAt asked = axes.knownAtAnInstant("knownAt", knownAt);
            // The tag first: an answer newer than its tag is only asked for once more than needed.
            return Freshness.of(progress.tag(), day, asOf != null, pinning.holdsForAll(asked))
                    .answer(seen, () -> json(day, asked, states.all(day, asked)));
        });
    }

    private Freshness freshness(String territory, KnownAt asked, Known known, AsOf day, boolean dayIsGiven) {
        return Freshness.of(known.position(), day, dayIsGiven, pinning.holds(territory, asked, known));
    }

    private JsonNode json(AsOf day, KnownAt asked, List<Answer> answers) {
        Instant lastRecordedAt =
                answers.stream().map(answer -> answer.known().lastRecordedAt()).reduce(Instant.EPOCH, Axes::later);
        String knownAt = axes.text(asked, lastRecordedAt);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("asOf", day.toString());
        json.put("knownAt", knownAt);
        ArrayNode territories = json.putArray("territories");
        answers.forEach(answer -> territories.add(StateJson.of(answer.state(), knownAt)));
        return json;
    }

    private static ProblemException unknown(String territory) {
        return Problems.unknownTerritory(territory).asException();
    }
}
