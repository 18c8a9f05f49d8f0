package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Examples;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.tables.write.Format;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables to fill in and send to {@code POST /entries}. */
@RestController
@Tag(name = "Reading")
public final class TemplatesController {
    @GetMapping("/api/v1/entry-types/{type}/template")
    @MayAnswer(ProblemCode.UNKNOWN_ENTRY_TYPE)
    @Operation(
            operationId = "template",
            summary = "A table to fill in with entries of a type, its headers in the reader's language",
            description = "Its one row is begun with the type and refused by the import as long as it says no more. The"
                    + " workbook has a second sheet, which the import leaves unread, that explains each column.")
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<byte[]> template(
            @PathVariable String type,
            @RequestParam(required = false)
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"xlsx", "csv"},
                                            defaultValue = "xlsx"))
                    @Nullable
                    String format,
            @Parameter(hidden = true) Locale locale)
            throws IOException {
        EntryType known = EntryType.named(type)
                .orElseThrow(() -> QueryProblems.unknownType(type).asException());
        Format form = Format.of(format == null ? "xlsx" : format)
                .filter(Template.formats()::contains)
                .orElseThrow(() -> Problems.invalidParameter("format").asException());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Template(known, Examples.json(known), locale).write(form, out);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(type, form.extension()))
                .body(out.toByteArray());
    }
}
