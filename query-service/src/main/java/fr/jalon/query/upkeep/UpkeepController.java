package fr.jalon.query.upkeep;

import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.readmodel.processor.ParkedTerritories;
import fr.jalon.readmodel.rebuild.RebuildRunningException;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Upkeep of the read models, for the national team. */
@RestController
@Tag(name = "Upkeep")
final class UpkeepController {
    private final Questions questions;
    private final Rebuilding rebuilding;
    private final ParkedTerritories parked;
    private final SecurityLog log;

    UpkeepController(Questions questions, Rebuilding rebuilding, ParkedTerritories parked, SecurityLog log) {
        this.questions = questions;
        this.rebuilding = rebuilding;
        this.parked = parked;
        this.log = log;
    }

    @PostMapping(path = "/api/v1/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_UP)
    @MayAnswer(ProblemCode.REBUILD_RUNNING)
    @Operation(operationId = "rebuild", summary = "Make the read models anew beside those that answer, then switch")
    @ApiResponse(responseCode = "202", description = "Under way")
    @ApiResponse(responseCode = "409", description = "Another process rebuilds them already")
    ResponseEntity<Rebuilding.Progress> rebuild(
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin) {
        return questions.answer("rebuild", () -> {
            requireNoPage(origin);
            log.upkeep(actor, "rebuild");
            try {
                return Unkept.answer(HttpStatus.ACCEPTED, rebuilding.start());
            } catch (RebuildRunningException elsewhere) {
                throw QueryProblems.rebuildRunning().asException();
            }
        });
    }

    @GetMapping(path = "/api/v1/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(operationId = "rebuildProgress", summary = "How far the rebuild is, or how the last one ended")
    @ApiResponse(responseCode = "200", description = "Progress")
    ResponseEntity<Rebuilding.Progress> progress() {
        return Unkept.answer(HttpStatus.OK, rebuilding.progress());
    }

    @PostMapping(path = "/api/v1/dead-letters/retry", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_UP)
    @Operation(operationId = "retryDeadLetters", summary = "Try again the entries that could not be taken in")
    @ApiResponse(responseCode = "200", description = "What is still parked")
    ResponseEntity<ParkedEntries> retry(
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin) {
        return questions.answer("retry", () -> {
            requireNoPage(origin);
            log.upkeep(actor, "retry");
            parked.retry();
            return Unkept.answer(HttpStatus.OK, new ParkedEntries(parked.entries(), parked.names()));
        });
    }

    /** These calls take no body, so nothing but the page's address keeps another site's form from making them. */
    private static void requireNoPage(@Nullable String origin) {
        if (origin != null) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
    }
}
