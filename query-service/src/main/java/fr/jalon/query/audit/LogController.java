package fr.jalon.query.audit;

import fr.jalon.events.json.Json;
import fr.jalon.log.TlogProof;
import fr.jalon.log.VerifierKey;
import fr.jalon.people.Disclosure;
import fr.jalon.people.ReaderNames;
import fr.jalon.query.asked.NamesShown;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.ReaderSight;
import fr.jalon.readmodel.question.History;
import fr.jalon.seal.log.AlteredEntryException;
import fr.jalon.seal.log.NotSealedException;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.Proofs.Inclusion;
import fr.jalon.seal.log.SealedLog.Signed;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.request.WantedForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tamper-evident log: what was signed, and what proves that an entry is in it and that it only grew. */
@RestController
@Tag(name = "Audit")
@RequestMapping("/api/v1/log")
final class LogController {
    private static final MediaType NOTE = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN);

    private final Questions questions;
    private final Proofs proofs;
    private final History history;
    private final NamesShown shown;

    LogController(Questions questions, Proofs proofs, History history, NamesShown shown) {
        this.shown = shown;
        this.questions = questions;
        this.proofs = proofs;
        this.history = history;
    }

    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Needs(Right.FOLLOW_LOG)
    @Operation(
            operationId = "checkpoint",
            summary = "What the log was signed to be: a C2SP tlog-checkpoint, to be kept")
    @ApiResponse(
            responseCode = "200",
            description = "A signed note: origin, size, root",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> checkpoint() {
        return questions.answer("checkpoint", () -> note(signed().note()));
    }

    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Needs(Right.FOLLOW_LOG)
    @Operation(
            operationId = "logKeys",
            summary = "The keys that verify checkpoints, in note form, the one in use first")
    @ApiResponse(
            responseCode = "200",
            description = "One key a line: name+id+base64",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> key() {
        return questions.answer(
                "key",
                () -> note(proofs.keys().stream().map(VerifierKey::text).collect(Collectors.joining("\n", "", "\n"))));
    }

    @GetMapping(
            path = "/entries/{entryId}/proof",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    @Needs(Right.FOLLOW_LOG)
    @MayAnswer({ProblemCode.UNKNOWN_SEALED_ENTRY, ProblemCode.ALTERED_ENTRY, ProblemCode.NOT_SEALED})
    @Operation(
            operationId = "proof",
            summary = "That an entry is in the log; as a C2SP tlog-proof if text is asked for")
    @ApiResponse(
            responseCode = "200",
            description = "The leaf, its path and the checkpoint",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = InclusionProof.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> proof(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String entryId,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return questions.answer("proof", () -> {
            Inclusion inclusion = inclusion(entryId);
            requireMayProve(entryId, inclusion, actor);
            return WantedForm.among(FORMS, Function.identity(), accept).equals(MediaType.TEXT_PLAIN)
                    ? ResponseEntity.ok()
                            .contentType(NOTE)
                            .cacheControl(CacheControl.noStore())
                            .body(new TlogProof(
                                            inclusion.index(),
                                            inclusion.path(),
                                            inclusion.checkpoint().note())
                                    .text())
                    : json(InclusionProof.of(inclusion, disclosures(inclusion)));
        });
    }

    @GetMapping(path = "/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.FOLLOW_LOG)
    @Operation(operationId = "consistency", summary = "That the log of one size begins with that of a smaller one")
    @ApiResponse(
            responseCode = "200",
            description = "The path of RFC 9162 §2.1.4",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ConsistencyProof.class)))
    ResponseEntity<Object> consistency(
            @RequestParam @Parameter(description = "The smaller size") String from,
            @RequestParam(required = false)
                    @Parameter(description = "The larger size; the last checkpoint's if left out")
                    @Nullable
                    String to) {
        return questions.answer("consistency", () -> {
            long last = signed().checkpoint().size();
            long larger = to == null ? last : size("to", to, last);
            long smaller = size("from", from, larger);
            return json(ConsistencyProof.of(smaller, larger, proofs.consistency(smaller, larger)));
        });
    }

    private List<String> disclosures(Inclusion inclusion) {
        return shown.toReader().textsDisclosed(ReaderNames.textsIn(inclusion.leaf())).values().stream()
                .map(Disclosure::text)
                .sorted()
                .toList();
    }

    /** What the entry says stands in its leaf, amounts and all. */
    private void requireMayProve(String entryId, Inclusion inclusion, Actor actor) {
        String territory = Json.parse(inclusion.leaf()).path("territory").stringValue();
        if (!actor.mayProveIn(territory)
                || !history.areSeen(List.of(UUID.fromString(entryId)), ReaderSight.of(actor))) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
    }

    private Signed signed() {
        return proofs.checkpoint().orElseThrow(() -> Problems.unavailable(1).asException());
    }

    private Inclusion inclusion(String entryId) {
        try {
            return proofs.inclusion(UUID.fromString(entryId))
                    .orElseThrow(() -> QueryProblems.unknownSealedEntry(entryId).asException());
        } catch (NotSealedException e) {
            throw QueryProblems.notSealed(entryId).asException();
        } catch (AlteredEntryException e) {
            throw QueryProblems.altered(entryId).asException();
        } catch (IllegalArgumentException e) {
            throw ParameterForm.ENTRY_ID.missedBy("entryId").asException();
        }
    }

    private static long size(String name, String given, long most) {
        try {
            long size = Long.parseLong(given);
            if (size >= 1 && size <= most) {
                return size;
            }
        } catch (NumberFormatException notOne) {
            // Refused below.
        }
        throw ParameterForm.LOG_SIZE.missedBy(name, most).asException();
    }

    private static ResponseEntity<String> note(String text) {
        return ResponseEntity.ok()
                .contentType(NOTE)
                .cacheControl(CacheControl.noStore())
                .body(text);
    }

    private static ResponseEntity<Object> json(Object answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }
}
