package fr.jalon.query.export;

import fr.jalon.events.entry.Entry;
import fr.jalon.web.request.BodyLimit;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Documents what all exports answer: a file with a tag, or that the reader has it already. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The file, whole; Cache-Control says whether it can ever change",
        headers = {
            @Header(
                    name = HttpHeaders.ETAG,
                    description = "What to send as If-None-Match",
                    schema = @Schema(type = "string")),
            @Header(
                    name = HttpHeaders.CONTENT_DISPOSITION,
                    description = "What to call it",
                    schema = @Schema(type = "string"))
        },
        content = {
            @Content(mediaType = BodyLimit.CSV, schema = @Schema(type = "string")),
            @Content(mediaType = BodyLimit.WORKBOOK, schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = BodyLimit.OPEN_DOCUMENT, schema = @Schema(type = "string", format = "binary")),
            @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    array = @ArraySchema(schema = @Schema(ref = ExportSchemas.ROW))),
            @Content(mediaType = BodyLimit.LINES, schema = @Schema(anyOf = {Entry.class, CloudEvent.class}))
        })
@ApiResponse(responseCode = "304", description = "The file is the one of If-None-Match", content = @Content)
@ApiResponse(responseCode = "422", description = "A text is too long for a workbook: ask for another form")
@interface AnswersFile {}
