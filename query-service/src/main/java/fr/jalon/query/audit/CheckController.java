package fr.jalon.query.audit;

import fr.jalon.query.asked.Unkept;
import fr.jalon.seal.check.SelfCheck;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
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

/** The check of the event store against its seal and of the read models against the event store. */
@RestController
@Tag(name = "Audit")
final class CheckController {
    private final SelfCheck check;
    private final SecurityLog log;

    CheckController(SelfCheck check, SecurityLog log) {
        this.check = check;
        this.log = log;
    }

    @PostMapping(path = "/api/v1/check", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(operationId = "check", summary = "Check now that nothing was altered, dropped or inserted")
    @ApiResponse(responseCode = "202", description = "Under way")
    ResponseEntity<CheckAnswer> start(
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin) {
        if (origin != null) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
        log.upkeep(actor, "check");
        check.ask();
        return answer(HttpStatus.ACCEPTED);
    }

    @GetMapping(path = "/api/v1/check", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(operationId = "checkProgress", summary = "How far the check is, and what the last one found")
    @ApiResponse(responseCode = "200", description = "Progress and faults")
    ResponseEntity<CheckAnswer> progress() {
        return answer(HttpStatus.OK);
    }

    private ResponseEntity<CheckAnswer> answer(HttpStatus status) {
        return Unkept.answer(status, CheckAnswer.of(check.progress(), check.last()));
    }
}
