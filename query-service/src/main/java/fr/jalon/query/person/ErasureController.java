package fr.jalon.query.person;

import fr.jalon.events.language.Language;
import fr.jalon.people.Erasures;
import fr.jalon.people.Erasures.Erasure;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Forgets a person, as two accounts ask, tells what was done, and does it again after a restore. */
@RestController
@Tag(name = "Persons")
public final class ErasureController {
    private final Questions questions;
    private final Erasures erasures;
    private final Erasures.Seal seal;
    private final SecurityLog log;
    private final InstantSource clock;
    private final String register;

    ErasureController(
            Questions questions,
            Erasures erasures,
            Erasures.Seal seal,
            SecurityLog log,
            InstantSource clock,
            @Value(Erasures.REGISTER) String register) {
        this.questions = questions;
        this.erasures = erasures;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
        this.register = register;
    }

    @PostMapping(
            path = "/api/v1/persons/{person}/erasure",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.ERASE)
    @MayAnswer({ProblemCode.UNKNOWN_PERSON, ProblemCode.INVALID_PARAMETER})
    @Operation(
            operationId = "erasePerson",
            summary = "Ask for a person's erasure, or confirm what another account asked for: the name is gone then")
    @ApiResponse(responseCode = "200", description = "It is done: the name can be read nowhere any more")
    @ApiResponse(responseCode = "202", description = "It is asked for; another account confirms it by the same call")
    ResponseEntity<ErasureAnswer> erasure(
            @PathVariable @Parameter(description = "The id", example = "coordinateur-lille-2023") String person,
            @RequestBody Reason why,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) Locale locale) {
        String reason = why.given();
        return questions.answer("erasure", () -> {
            log.upkeep(actor, "erasure");
            ErasureAnswer answer = erasures.erase(person, actor.name(), reason)
                    .map(erasure -> ErasureAnswer.of(erasure, Language.of(locale)))
                    .orElseThrow(() -> QueryProblems.unknownPerson(person).asException());
            return Unkept.answer(answer.confirmedBy() == null ? HttpStatus.ACCEPTED : HttpStatus.OK, answer);
        });
    }

    @GetMapping(path = "/api/v1/erasures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(
            operationId = "erasures",
            summary = "Every erasure: when, by whom, why, its entry, and no more who it was")
    @ApiResponse(responseCode = "200", description = "The latest first")
    ResponseEntity<ErasuresAnswer> all(@Parameter(hidden = true) Locale locale) {
        return questions.answer("erasures", () -> {
            List<Erasure> all = erasures.all();
            List<Erasures.Done> done =
                    all.stream().map(Erasure::done).flatMap(Optional::stream).toList();
            List<ErasureAnswer> told = all.stream()
                    .map(erasure -> ErasureAnswer.of(erasure, Language.of(locale)))
                    .toList();
            List<String> erased = erasures.erased();
            return Unkept.answer(new ErasuresAnswer(told, erased, seal.of(erased, done), waiting()));
        });
    }

    private @Nullable Bilingual waiting() {
        int unrecorded = erasures.unrecorded().size();
        return unrecorded == 0 ? null : QueryProblems.erasuresWait(unrecorded, register, erasures.isOpen(register));
    }

    @PostMapping(
            path = "/api/v1/erasures",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.ERASE)
    @MayAnswer(ProblemCode.INVALID_PARAMETER)
    @Operation(
            operationId = "eraseAgain",
            summary = "Forget those anew who were erased before a back-up brought them back, and record that again")
    @ApiResponse(responseCode = "200", description = "How many had come back")
    ResponseEntity<Forgotten> again(
            @RequestBody Persons persons, @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        List<String> erased = persons.ids();
        List<Erasures.Done> done = persons.done(clock.instant());
        if (!seal.isOf(persons.seal(), erased, done)) {
            throw QueryProblems.erasuresUnsealed().asException();
        }
        return questions.answer("erasures", () -> {
            log.upkeep(actor, "erasures");
            return Unkept.answer(new Forgotten(erasures.eraseAgain(erased, done, actor.name())));
        });
    }
}
