package fr.jalon.query.person;

import fr.jalon.people.Redactions;
import fr.jalon.people.Redactions.Outcome;
import fr.jalon.people.Redactions.Wanted;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.query.person.RedactedTexts.RedactedText;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes a free text of an entry unreadable (<i>caviardage</i>), and tells which were. */
@RestController
@Tag(name = "Persons")
public final class RedactionController {
    private static final int MOST_TEXTS = 1_000;

    private final Questions questions;
    private final Redactions redactions;
    private final SecurityLog log;

    RedactionController(Questions questions, Redactions redactions, SecurityLog log) {
        this.questions = questions;
        this.redactions = redactions;
        this.log = log;
    }

    @PostMapping(
            path = "/api/v1/territories/{territory}/entries/{entryId}/redaction",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.ERASE)
    @MayAnswer({ProblemCode.UNKNOWN_ENTRY, ProblemCode.INVALID_PARAMETER, ProblemCode.REBUILD_RUNNING})
    @Operation(
            operationId = "redactText",
            summary = "Redact a text of an entry: nobody can read it any more, what was proved stays proved")
    @ApiResponse(responseCode = "200", description = "It is done, now or before")
    ResponseEntity<RedactionAnswer> redaction(
            @PathVariable String territory,
            @PathVariable @Parameter(description = "The entry's id") UUID entryId,
            @RequestBody RedactionWish wish,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        String reason = Reason.given(wish.reason());
        String pointer = wish.pointer();
        if (pointer == null) {
            throw QueryProblems.textNeeded("").asException();
        }
        questions.requireRecorded(territory);
        return questions.answer("redaction", () -> {
            log.upkeep(actor, "redaction");
            Wanted wanted = new Wanted(territory, entryId, pointer, reason);
            return switch (redactions.redact(wanted, actor.name())) {
                case Outcome.Done(var redaction) -> Unkept.answer(RedactionAnswer.of(redaction));
                case Outcome.UnknownEntry() ->
                    throw QueryProblems.unknownEntry(entryId.toString()).asException();
                case Outcome.NoText() -> throw QueryProblems.textNeeded(pointer).asException();
                case Outcome.Later() -> throw QueryProblems.rebuildRunning().asException();
            };
        });
    }

    @GetMapping(path = "/api/v1/redactions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(operationId = "redactions", summary = "Every redaction: where, when, by whom, why, and not of what")
    @ApiResponse(responseCode = "200", description = "The latest first")
    ResponseEntity<RedactionsAnswer> all() {
        return questions.answer(
                "redactions",
                () -> Unkept.answer(new RedactionsAnswer(
                        redactions.all().stream().map(RedactionAnswer::of).toList())));
    }

    @PostMapping(
            path = "/api/v1/redactions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.ERASE)
    @MayAnswer({ProblemCode.INVALID_PARAMETER, ProblemCode.REBUILD_RUNNING})
    @Operation(operationId = "redactAgain", summary = "Redact those texts anew that a back-up brought back")
    @ApiResponse(responseCode = "200", description = "How many of them are redacted")
    ResponseEntity<Forgotten> again(
            @RequestBody RedactedTexts texts, @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        List<Wanted> wanted = wanted(texts);
        return questions.answer("redactions", () -> {
            log.upkeep(actor, "redactions");
            long done = wanted.stream()
                    .map(each -> redactions.redact(each, actor.name()))
                    .peek(RedactionController::unlessRebuilt)
                    .filter(Outcome.Done.class::isInstance)
                    .count();
            return Unkept.answer(new Forgotten(done));
        });
    }

    private static List<Wanted> wanted(RedactedTexts texts) {
        List<@Nullable RedactedText> told = texts.redactions();
        if (told == null || told.isEmpty() || told.size() > MOST_TEXTS) {
            throw QueryProblems.redactionsNeeded().asException();
        }
        List<Wanted> wanted = new ArrayList<>();
        for (RedactedText text : told) {
            Wanted each = text == null ? null : text.wanted();
            if (each == null) {
                throw QueryProblems.redactionsNeeded().asException();
            }
            wanted.add(each);
        }
        return wanted;
    }

    private static void unlessRebuilt(Outcome outcome) {
        if (outcome instanceof Outcome.Later) {
            throw QueryProblems.rebuildRunning().asException();
        }
    }
}
