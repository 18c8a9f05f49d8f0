package fr.jalon.query.person;

import fr.jalon.events.entry.Slug;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Language;
import fr.jalon.people.Erasures;
import fr.jalon.people.Limitations;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.person.LimitationsAnswer.LimitationAnswer;
import fr.jalon.readmodel.person.PersonEntries;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the register holds of a person, for who asks for it by right, and forgetting them. */
@RestController
@Tag(name = "Persons")
public final class PersonController {
    private static final int MOST_PERSONS = 10_000;

    private final Questions questions;
    private final PersonEntries entries;
    private final Erasures erasures;
    private final Limitations limitations;
    private final SecurityLog log;
    private final String register;

    PersonController(
            Questions questions,
            PersonEntries entries,
            Erasures erasures,
            Limitations limitations,
            SecurityLog log,
            @Value(Erasures.REGISTER) String register) {
        this.questions = questions;
        this.entries = entries;
        this.erasures = erasures;
        this.limitations = limitations;
        this.log = log;
        this.register = register;
    }

    @GetMapping(path = "/api/v1/persons/{person}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @MayAnswer(ProblemCode.UNKNOWN_PERSON)
    @Operation(operationId = "person", summary = "All that the register holds of a person, of whatever territory")
    @ApiResponse(
            responseCode = "200",
            description = "Every entry that names the person; it is never kept by caches",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PersonAnswer.class)))
    ResponseEntity<byte[]> person(
            @PathVariable @Parameter(description = "The id", example = "coordinateur-lille-2023") String person,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return questions.answer("person", () -> {
            List<PersonAnswer.NamedIn> named =
                    entries.of(person).stream().map(PersonAnswer.NamedIn::of).toList();
            boolean isErased = erasures.erased().contains(person);
            if (named.isEmpty() && !isErased) {
                throw QueryProblems.unknownPerson(person).asException();
            }
            log.exported(actor, "person", person);
            LimitationAnswer limitation =
                    limitations.of(person).map(LimitationAnswer::of).orElse(null);
            byte[] answer = Json.text(new PersonAnswer(person, isErased, limitation, named))
                    .getBytes(StandardCharsets.UTF_8);
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(answer);
        });
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
            HttpStatus status = answer.confirmedBy() == null ? HttpStatus.ACCEPTED : HttpStatus.OK;
            return ResponseEntity.status(status)
                    .cacheControl(CacheControl.noStore())
                    .body(answer);
        });
    }

    @GetMapping(path = "/api/v1/erasures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(
            operationId = "erasures",
            summary = "Every erasure: when, by whom, why, its entry, and no more who it was")
    @ApiResponse(responseCode = "200", description = "The latest first")
    ResponseEntity<ErasuresAnswer> erasures(@Parameter(hidden = true) Locale locale) {
        return questions.answer(
                "erasures",
                () -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new ErasuresAnswer(
                                erasures.all().stream()
                                        .map(erasure -> ErasureAnswer.of(erasure, Language.of(locale)))
                                        .toList(),
                                erasures.erased(),
                                waiting())));
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
            summary = "Forget those anew who were erased before a back-up brought them back")
    @ApiResponse(responseCode = "200", description = "How many had come back")
    ResponseEntity<Forgotten> again(
            @RequestBody Persons persons, @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        List<String> erased = persons.erased() == null
                ? List.of()
                : persons.erased().stream()
                        .filter(Objects::nonNull)
                        .filter(Slug::isSlug)
                        .toList();
        if (erased.isEmpty()
                || erased.size() != Objects.requireNonNull(persons.erased()).size()
                || erased.size() > MOST_PERSONS) {
            throw QueryProblems.erasedNeeded().asException();
        }
        return questions.answer("erasures", () -> {
            log.upkeep(actor, "erasures");
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new Forgotten(erasures.eraseAgain(erased)));
        });
    }
}
