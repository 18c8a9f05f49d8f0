package fr.jalon.command.batch;

import fr.jalon.command.api.IfMatch;
import fr.jalon.command.api.Intake;
import fr.jalon.command.api.Rehearsal;
import fr.jalon.command.api.Sender;
import fr.jalon.command.api.SenderResolver;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import fr.jalon.tables.read.CsvRows;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.XlsxRows;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.request.BodyLimit;
import fr.jalon.web.share.Shares;
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
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records many entries, one a line or a row, and answers a line to each while more arrive. */
@RestController
@Tag(name = "Recording")
public final class ManyEntriesController {
    private static final int RETRY_SECONDS = 5;

    private final Intake intake;
    private final Path folder;
    private final Shares imports;

    ManyEntriesController(
            Intake intake,
            @Value("${java.io.tmpdir}") Path folder,
            @Value("${jalon.command.imports-at-once:4}") int atOnce,
            @Value("${jalon.command.imports-per-account:2}") int perAccount) {
        this.intake = intake;
        this.folder = folder;
        this.imports = new Shares(atOnce, perAccount, RETRY_SECONDS, Problems.unavailable(RETRY_SECONDS));
    }

    @PostMapping(
            path = "/api/v1/entries",
            consumes = {BodyLimit.LINES, BodyLimit.CSV, BodyLimit.WORKBOOK},
            produces = BodyLimit.LINES)
    @Operation(
            operationId = "recordEntries",
            summary = "Record many entries, one a line or a row, and read one result a line, in order",
            description =
                    "A table's first row names its columns, by the names that exports use or by their French or English"
                            + " labels; GET /entry-types/{type}/template gives one to fill in. CSV is split by semicolons, commas or"
                            + " tabs, or what a first line sep=; says, in UTF-8, windows-1252 or, with its mark, UTF-16. The first"
                            + " sheet of cells that a workbook shows is read; 16 MiB at most. Cells count as they are shown. Faults"
                            + " name the row a spreadsheet shows (line), the header (column) and, in a workbook, the sheet. A row that brings no entryId gets one made from"
                            + " what it says, so that sending a table again is harmless. After a table's results comes one last line,"
                            + " {\"summary\": {rows, counts, complete, sheet, otherSheets}}: an answer without it broke off. In a dry"
                            + " run each line is judged after the lines before it that were accepted.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = BodyLimit.LINES, schema = @Schema(type = "string")),
                                @Content(mediaType = BodyLimit.CSV, schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = BodyLimit.WORKBOOK,
                                        schema = @Schema(type = "string", format = "binary"))
                            }),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = BodyLimit.LINES, schema = @Schema(type = "string"))))
    @Parameter(
            name = SenderResolver.DRY_RUN,
            in = ParameterIn.QUERY,
            schema = @Schema(type = "boolean", defaultValue = "false"),
            description = "Decide only, and record nothing")
    void entries(
            Sender sender,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!sender.actor().mayRecord()) {
            throw Problems.of(403).asException();
        }
        if (sender.expectedPosition() != null) {
            throw Problems.invalidParameter(IfMatch.HEADER).asException();
        }
        try (Shares.Held _ = imports.take(sender.actor())) {
            response.setContentType(BodyLimit.LINES);
            run(request, new Results(response.getOutputStream(), sender.dryRun(), locale), sender);
        }
    }

    private void run(HttpServletRequest request, Results results, Sender sender)
            throws IOException, InterruptedException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        InputStream body = request.getInputStream();
        switch (type.getSubtype().toLowerCase(Locale.ROOT)) {
            case "x-ndjson" -> new ManyEntries(recorder(sender), results).run(new JsonLines(body, BodyLimit.BYTES));
            case "csv" -> {
                try (Rows rows = TableOfEntries.before(() -> CsvRows.open(body, type.getCharset()), null)) {
                    table(rows, results, sender);
                }
            }
            default -> {
                try (SentWorkbook workbook = SentWorkbook.of(body, request.getContentLengthLong(), folder);
                        Rows rows = TableOfEntries.before(() -> XlsxRows.open(workbook.file()), null)) {
                    table(rows, results, sender);
                }
            }
        }
    }

    private void table(Rows rows, Results results, Sender sender) throws IOException, InterruptedException {
        TableOfEntries table = new TableOfEntries(rows);
        results.inSheet(rows.sheet());
        if (new ManyEntries(recorder(sender), results).run(table)) {
            results.summary(rows, table.isWhole());
        }
    }

    private Function<Entry, Decision> recorder(Sender sender) {
        if (!sender.dryRun()) {
            return entry -> intake.send(entry, sender);
        }
        Rehearsal rehearsal = intake.rehearsal();
        return entry -> intake.rehearse(entry, rehearsal, sender);
    }
}
