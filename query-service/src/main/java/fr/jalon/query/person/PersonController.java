package fr.jalon.query.person;

import fr.jalon.people.Erasures;
import fr.jalon.people.Limitations;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.query.person.LimitationsAnswer.LimitationAnswer;
import fr.jalon.readmodel.person.PersonEntries;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the register holds of a person, for who asks for it by right. */
@RestController
@Tag(name = "Persons")
public final class PersonController {
    private final Questions questions;
    private final PersonEntries entries;
    private final Erasures erasures;
    private final Limitations limitations;
    private final SecurityLog log;

    PersonController(
            Questions questions, PersonEntries entries, Erasures erasures, Limitations limitations, SecurityLog log) {
        this.questions = questions;
        this.entries = entries;
        this.erasures = erasures;
        this.limitations = limitations;
        this.log = log;
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
            return Unkept.json(new PersonAnswer(person, isErased, limitation, named));
        });
    }
}
