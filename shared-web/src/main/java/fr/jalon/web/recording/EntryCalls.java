package fr.jalon.web.recording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The calls that record one entry.
 *
 * @param <S> what the write side makes of who sends it and how
 */
@Tag(name = "Recording")
@RequestMapping(
        path = "/api/v1/territories/{territory}/entries",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
public interface EntryCalls<S> {
    String DRY_RUN = "dryRun";
    String IF_MATCH = HttpHeaders.IF_MATCH;

    @PostMapping
    @TakesOneEntry
    @Operation(operationId = "recordEntry", summary = "Record one entry")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Entry"),
                            examples = @ExampleObject(name = "A funding of which only the year is known", value = """
                                    {"type": "funding-granted", "effective": "2024", "funding": "metropole-rouen",
                                     "funder": {"id": "metropole-rouen", "name": "Métropole de Rouen"}}""")))
    ResponseEntity<Receipt> entry(
            @PathVariable String territory, @RequestBody byte[] body, @Parameter(hidden = true) S sender);

    @PostMapping("/{entryId}/correction")
    @TakesOneEntry
    @Operation(operationId = "correctEntry", summary = "Replace an entry's content: {reason, kind, entry}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Correction"),
                            examples = @ExampleObject(name = "A date that was told otherwise", value = """
                                    {"reason": "The agreement was signed in February", "kind": "wrong",
                                     "entry": {"type": "partnership-engaged", "effective": "2023-02",
                                               "partner": "siao-lille", "topic": "housing"}}""")))
    ResponseEntity<Receipt> correction(
            @PathVariable String territory,
            @PathVariable UUID entryId,
            @RequestBody byte[] body,
            @Parameter(hidden = true) S sender);

    @PostMapping("/{entryId}/retraction")
    @TakesOneEntry
    @Operation(operationId = "retractEntry", summary = "Remove an entry from the state: {reason}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Retraction"),
                            examples = @ExampleObject(name = "An entry that was none", value = """
                                    {"reason": "Recorded in the wrong territory"}""")))
    ResponseEntity<Receipt> retraction(
            @PathVariable String territory,
            @PathVariable UUID entryId,
            @RequestBody byte[] body,
            @Parameter(hidden = true) S sender);

    @PostMapping("/{entryId}/contest")
    @TakesOneEntry
    @Operation(operationId = "contestEntry", summary = "Say that somebody contests an entry: {reason, by}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Contest"),
                            examples = @ExampleObject(name = "A partner remembers otherwise", value = """
                                    {"reason": "The partnership is older", "by": "siao-lille"}""")))
    ResponseEntity<Receipt> contest(
            @PathVariable String territory,
            @PathVariable UUID entryId,
            @RequestBody byte[] body,
            @Parameter(hidden = true) S sender);
}
