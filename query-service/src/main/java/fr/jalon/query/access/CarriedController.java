package fr.jalon.query.access;

import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who makes a file of answers, as the console does, says so first: the access record then tells it as any export. */
@RestController
@Tag(name = "Audit")
public final class CarriedController {
    /** Of all territories, in the access record. */
    private static final String ALL = "territoires";

    private final Questions questions;
    private final SecurityLog log;

    CarriedController(Questions questions, SecurityLog log) {
        this.questions = questions;
        this.log = log;
    }

    @PostMapping(path = "/api/v1/access", produces = MediaType.APPLICATION_JSON_VALUE)
    @MayAnswer(ProblemCode.UNKNOWN_TERRITORY)
    @Operation(
            operationId = "carryAway",
            summary = "Have the access record tell that answers are carried away as a file, before they are")
    @ApiResponse(responseCode = "201", description = "It is written down; without that nothing should leave")
    ResponseEntity<CarriedAway> carried(
            @RequestParam
                    @Parameter(
                            description = "What the file is made of",
                            schema = @Schema(implementation = CarriedAway.What.class))
                    String what,
            @RequestParam(required = false) @Parameter(description = "Of this territory; of all if left out") @Nullable
                    String territory,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return questions.answer("carried-away", () -> {
            if (origin != null) {
                throw Problem.of(ProblemCode.FORBIDDEN).asException();
            }
            CarriedAway.What made = QueryProblems.among("what", what, List.of(CarriedAway.What.values()));
            if (territory != null) {
                questions.requireRecorded(territory);
            }
            log.exported(actor, made.code(), territory == null ? ALL : territory);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .cacheControl(CacheControl.noStore())
                    .body(new CarriedAway(made, territory));
        });
    }
}
