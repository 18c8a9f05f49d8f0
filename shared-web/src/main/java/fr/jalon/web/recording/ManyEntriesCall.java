package fr.jalon.web.recording;

import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.request.BodyLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The call that records many entries.
 *
 * @param <S> what the write side makes of who sends them and how
 */
@Tag(name = "Recording")
@RequestMapping
public interface ManyEntriesCall<S> {
    @PostMapping(
            path = "/api/v1/entries",
            consumes = {BodyLimit.LINES, BodyLimit.CSV, BodyLimit.WORKBOOK, BodyLimit.OPEN_DOCUMENT},
            produces = BodyLimit.LINES)
    @Operation(
            operationId = "recordEntries",
            summary = "Record many entries, one a line or a row, and read one result a line, in order",
            description = "A table's first row names its columns, by the names that exports use or by"
                    + " their French or English labels; GET /entry-types/{type}/template gives one to"
                    + " fill in. CSV is split by semicolons, commas or tabs, or what a first line"
                    + " sep=; says, in UTF-8, windows-1252 or, with its mark, UTF-16. Of a workbook"
                    + " the first sheet that is shown is read, and those that name a territory and a type as it does;"
                    + " 16 MiB at most. Cells count as they"
                    + " are shown. Faults name the row a spreadsheet shows (line), the header"
                    + " (column) and, in a workbook, the sheet. A row that brings no entryId gets one"
                    + " made from what it says, so that sending a table again is harmless. A row"
                    + " with the entryId of a recorded entry corrects it where it says otherwise, and gives a reason"
                    + " in row.reason; row.does (correct, refine, retract, contest, fulfil, renew) and row.by tell"
                    + " the rest. After a"
                    + " table's results comes one last line, {\"summary\": {rows, counts, complete,"
                    + " sheet, sheets, otherSheets}}: an answer without it broke off. In a dry run each line"
                    + " is judged after the lines before it that were accepted.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = BodyLimit.LINES,
                                        schema = @Schema(ref = "#/components/schemas/Entry")),
                                @Content(mediaType = BodyLimit.CSV, schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = BodyLimit.WORKBOOK,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = BodyLimit.OPEN_DOCUMENT,
                                        schema = @Schema(type = "string", format = "binary"))
                            }),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "One result a line",
                            content =
                                    @Content(
                                            mediaType = BodyLimit.LINES,
                                            schema = @Schema(anyOf = {LineAnswer.class, SummaryLine.class}))))
    @MayAnswer({
        ProblemCode.MALFORMED_TABLE,
        ProblemCode.LINE_TOO_LONG,
        ProblemCode.TABLE_TOO_WIDE,
        ProblemCode.WORKBOOK_TOO_LARGE,
        ProblemCode.REFUSED_WORKBOOK
    })
    @Parameter(
            name = EntryCalls.DRY_RUN,
            in = ParameterIn.QUERY,
            schema = @Schema(type = "boolean", defaultValue = "false"),
            description = "Decide only, and record nothing",
            example = "true")
    void entries(
            @Parameter(hidden = true) S sender,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException;
}
