package fr.jalon.query.retention;

import fr.jalon.people.Erasures;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.readmodel.person.PersonStays;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposes for erasure whoever was kept for long enough; it erases nobody. */
@RestController
@Tag(name = "Persons")
public final class RetentionController {
    /** In the place of a register's name, in the access record. */
    private static final String ALL = "territories";

    private final Questions questions;
    private final PersonStays stays;
    private final Erasures erasures;
    private final RetentionRules rules;
    private final SecurityLog log;

    RetentionController(
            Questions questions, PersonStays stays, Erasures erasures, RetentionRules rules, SecurityLog log) {
        this.questions = questions;
        this.stays = stays;
        this.erasures = erasures;
        this.rules = rules;
        this.log = log;
    }

    @GetMapping(path = "/api/v1/persons/retention", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(
            operationId = "retention",
            summary = "Persons who were kept for long enough, of all registers: proposed, never erased unasked")
    @ApiResponse(
            responseCode = "200",
            description = "Those whose term has ended on the day, by the rules of this register; never kept by caches",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = RetentionAnswer.class)))
    ResponseEntity<byte[]> retention(
            @Parameter(description = "The day on which nobody is kept for longer. Today in Paris if left out")
                    AskedDay day,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return questions.answer("retention", () -> {
            log.exported(actor, "retention", ALL);
            Set<String> erased = Set.copyOf(erasures.erased());
            List<RetentionRules.Proposal> proposals = rules.proposals(
                    stays.all(),
                    stays.givenBy(rules.europeanFunders()),
                    erased::contains,
                    day.asOf().day());
            RetentionAnswer answer = RetentionAnswer.of(day.asOf().toString(), rules, proposals, stays.names());
            return Unkept.json(answer);
        });
    }
}
