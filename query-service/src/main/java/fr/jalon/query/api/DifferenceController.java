package fr.jalon.query.api;

import fr.jalon.events.json.Json;
import fr.jalon.events.register.AsOf;
import fr.jalon.events.register.Difference;
import fr.jalon.events.register.KnownAt;
import fr.jalon.events.register.RegisterState;
import fr.jalon.query.register.Known;
import fr.jalon.query.register.States;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed between two days of the world, or what was learned between two instants: one axis at a time. */
@RestController
@Tag(name = "Reading")
final class DifferenceController {
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
    @AnswersJson
    @Operation(
            operationId = "difference",
            summary = "What began, ended and changed: from and to with knownAt, or knownFrom and knownTo with asOf")
    ResponseEntity<JsonNode> difference(
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

    private ResponseEntity<JsonNode> ofTheWorld(
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
        return Freshness.of(known.position(), second, to != null, pinning.holds(territory, asked, known))
                .answer(seen, () -> {
                    ObjectNode json = Json.MAPPER.createObjectNode();
                    json.put("territory", territory);
                    json.put("from", first.toString());
                    json.put("to", second.toString());
                    json.put("knownAt", axes.text(asked, known));
                    json.put("position", known.position());
                    return json.setAll(
                            Difference.between(state(territory, first, known), state(territory, second, known))
                                    .toJson());
                });
    }

    private ResponseEntity<JsonNode> ofKnowledge(
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
        boolean pinned = pinning.holds(territory, first, before) && pinning.holds(territory, second, after);
        return Freshness.of(before.position() + "-" + after.position(), day, asOf != null, pinned)
                .answer(seen, () -> {
                    ObjectNode json = Json.MAPPER.createObjectNode();
                    json.put("territory", territory);
                    json.put("asOf", day.toString());
                    json.put("knownFrom", axes.text(first, before));
                    json.put("knownTo", axes.text(second, after));
                    json.put("fromPosition", before.position());
                    json.put("toPosition", after.position());
                    return json.setAll(Difference.between(state(territory, day, before), state(territory, day, after))
                            .toJson());
                });
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
