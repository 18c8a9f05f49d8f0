package fr.jalon.web.recording;

import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The calls that keep what is still being written of a meeting: whoever may record there can go on with it. */
@Tag(name = "Recording")
@RequestMapping(path = "/api/v1/territories/{territory}/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
public interface DraftCalls {
    String IF_MATCH = "The version that you read, quoted: \"3\"";

    @GetMapping
    @Needs(Right.RECORD)
    @MayAnswer(ProblemCode.UNKNOWN_TERRITORY)
    @Operation(operationId = "drafts", summary = "What is still being written of meetings, the last touched first")
    @ApiResponse(responseCode = "200", description = "All drafts of the territory; never kept by caches")
    ResponseEntity<DraftsAnswer> drafts(
            @PathVariable String territory, @Parameter(hidden = true) @AuthenticationPrincipal Actor actor);

    @GetMapping("/{draft}")
    @Needs(Right.RECORD)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.UNKNOWN_DRAFT})
    @Operation(operationId = "draft", summary = "One draft whole")
    @ApiResponse(
            responseCode = "200",
            description = "As it was last sent; never kept by caches",
            headers = @Header(name = HttpHeaders.ETAG, description = "Its version", schema = @Schema(type = "string")))
    ResponseEntity<DraftAnswer> draft(
            @PathVariable String territory,
            @PathVariable @Schema(format = "uuid") String draft,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor);

    @PutMapping(path = "/{draft}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.RECORD)
    @MayAnswer({
        ProblemCode.UNKNOWN_TERRITORY,
        ProblemCode.MALFORMED_DRAFT,
        ProblemCode.STALE_DRAFT,
        ProblemCode.TOO_MANY_DRAFTS
    })
    @Operation(
            operationId = "keepDraft",
            summary = "Keep a draft: a new one, or with If-Match another version of one that is there",
            description = "Records nothing. 90 days after it was last sent it is dropped.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DraftForm.class)))
    @ApiResponse(
            responseCode = "201",
            description = "A new draft",
            headers = @Header(name = HttpHeaders.ETAG, description = "Its version", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Another version of it",
            headers = @Header(name = HttpHeaders.ETAG, description = "Its version", schema = @Schema(type = "string")))
    ResponseEntity<DraftAnswer> keep(
            @PathVariable String territory,
            @PathVariable @Schema(format = "uuid") String draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = IF_MATCH, schema = @Schema(type = "string"))
                    @Nullable
                    List<String> ifMatch,
            @RequestBody byte[] body,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor);

    @DeleteMapping("/{draft}")
    @Needs(Right.RECORD)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.UNKNOWN_DRAFT, ProblemCode.STALE_DRAFT})
    @Operation(operationId = "removeDraft", summary = "Remove a draft; with If-Match, unless it was changed meanwhile")
    @ApiResponse(responseCode = "200", description = "It is gone: this is what it was")
    ResponseEntity<DraftAnswer> remove(
            @PathVariable String territory,
            @PathVariable @Schema(format = "uuid") String draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = IF_MATCH, schema = @Schema(type = "string"))
                    @Nullable
                    List<String> ifMatch,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor);
}
