package fr.jalon.query.audit;

import fr.jalon.answers.AsOf;
import fr.jalon.events.json.Json;
import fr.jalon.people.ReaderNames;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.NamesShown;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Questions;
import fr.jalon.seal.replay.Replay;
import fr.jalon.seal.replay.ReplayStep;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.request.BodyLimit;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A territory's register replayed again from the event store, an entry a line. */
@RestController
@Tag(name = "Audit")
final class ReplayController {
    private final Questions questions;
    private final Axes axes;
    private final Replay replay;
    private final SecurityLog log;
    private final NamesShown names;

    ReplayController(Questions questions, Axes axes, Replay replay, SecurityLog log, NamesShown names) {
        this.questions = questions;
        this.axes = axes;
        this.replay = replay;
        this.log = log;
        this.names = names;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/replay", produces = BodyLimit.LINES)
    @Needs(Right.AUDIT)
    @MayAnswer(ProblemCode.UNKNOWN_TERRITORY)
    @Operation(
            operationId = "replay",
            summary = "Each entry in recorded order with what it moved and the state after it, from the event store")
    @ApiResponse(
            responseCode = "200",
            description = "One object a line; an entry that cannot be read is the last, with an error",
            content = @Content(mediaType = BodyLimit.LINES, schema = @Schema(implementation = ReplayStep.class)))
    void replay(
            @PathVariable String territory,
            AskedDay day,
            @RequestParam(required = false) @Parameter(description = "The last position to replay") @Nullable
                    String position,
            @RequestParam(required = false)
                    @Parameter(
                            description = "Whether each line has the state before it too",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @Nullable
                    String before,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Replayed replayed = questions.answer("replay", () -> {
            Replay.Wish wish = wish(territory, day.asOf(), position, before);
            return new Replayed(
                    wish,
                    replay.of(wish)
                            .orElseThrow(
                                    () -> Problems.unknownTerritory(territory).asException()));
        });
        log.exported(actor, "replay", territory);
        response.setContentType(BodyLimit.LINES);
        response.setHeader(HttpHeaders.LINK, permalink(replayed.wish).as("bookmark"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        OutputStream out = response.getOutputStream();
        ReaderNames shown = names.toReader();
        while (replayed.steps.hasNext()) {
            String step = shown.inJson(Json.text(replayed.steps.next()));
            out.write((step + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private record Replayed(Replay.Wish wish, Iterator<ReplayStep> steps) {}

    private static Permalink permalink(Replay.Wish wish) {
        return Permalink.to("territories", wish.territory(), "replay")
                .with("asOf", wish.asOf())
                .with("position", wish.last())
                .with("before", wish.withBefore() ? "true" : null);
    }

    private Replay.Wish wish(String territory, AsOf asOf, @Nullable String position, @Nullable String before) {
        long last = position == null ? Long.MAX_VALUE : axes.position("position", position);
        if (last < 1) {
            throw ParameterForm.POSITION.missedBy("position").asException();
        }
        boolean withBefore = ParameterForm.isTrue("before", before);
        return new Replay.Wish(territory, asOf, Math.min(last, replay.lastPosition(territory)), withBefore);
    }
}
