package fr.jalon.query.person;

import fr.jalon.people.Limitations;
import fr.jalon.people.Limitations.Limitation;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.query.person.LimitationsAnswer.LimitationAnswer;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps a person's name from all but the national team, until that is lifted (<i>limitation du traitement</i>). */
@RestController
@Tag(name = "Persons")
public final class LimitationController {
    private final Questions questions;
    private final Limitations limitations;
    private final SecurityLog log;

    LimitationController(Questions questions, Limitations limitations, SecurityLog log) {
        this.questions = questions;
        this.limitations = limitations;
        this.log = log;
    }

    @PostMapping(
            path = "/api/v1/persons/{person}/limitation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.ERASE)
    @MayAnswer({ProblemCode.UNKNOWN_PERSON, ProblemCode.INVALID_PARAMETER})
    @Operation(
            operationId = "limitPerson",
            summary = "Keep a person's name from all but the national team: it stays recorded, and proved as it was")
    @ApiResponse(responseCode = "200", description = "It is in force, since now or before")
    ResponseEntity<LimitationAnswer> limit(
            @PathVariable @Parameter(description = "The id", example = "coordinateur-lille-2023") String person,
            @RequestBody Reason why,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return changed("limitation", person, actor, why, reason -> limitations.limit(person, actor.name(), reason));
    }

    @PostMapping(
            path = "/api/v1/persons/{person}/limitation/lifting",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.ERASE)
    @MayAnswer({ProblemCode.UNKNOWN_PERSON, ProblemCode.INVALID_PARAMETER})
    @Operation(
            operationId = "liftLimitation",
            summary = "Lift the limitation of a person's name: those read it again who may see names")
    @ApiResponse(responseCode = "200", description = "It is lifted, now or before")
    @ApiResponse(responseCode = "404", description = "The person's name was never limited")
    ResponseEntity<LimitationAnswer> lift(
            @PathVariable @Parameter(description = "The id", example = "coordinateur-lille-2023") String person,
            @RequestBody Reason why,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return changed(
                "limitation-lifted", person, actor, why, reason -> limitations.lift(person, actor.name(), reason));
    }

    private ResponseEntity<LimitationAnswer> changed(
            String what, String person, Actor actor, Reason why, Function<String, Optional<Limitation>> change) {
        String reason = why.given();
        return questions.answer("limitation", () -> {
            log.upkeep(actor, what);
            LimitationAnswer answer = change.apply(reason)
                    .map(LimitationAnswer::of)
                    .orElseThrow(() -> QueryProblems.unknownPerson(person).asException());
            return Unkept.answer(answer);
        });
    }

    @GetMapping(path = "/api/v1/limitations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(operationId = "limitations", summary = "Every limitation of a person's name: whose, when, by whom, why")
    @ApiResponse(responseCode = "200", description = "The latest first")
    ResponseEntity<LimitationsAnswer> all() {
        return questions.answer("limitations", () -> Unkept.answer(LimitationsAnswer.of(limitations.all())));
    }
}
