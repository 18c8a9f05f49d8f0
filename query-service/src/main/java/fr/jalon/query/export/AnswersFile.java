package fr.jalon.query.export;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpHeaders;

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
            @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(
                    mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    schema = @Schema(type = "string", format = "binary")),
            @Content(
                    mediaType = "application/vnd.oasis.opendocument.spreadsheet",
                    schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "application/json", schema = @Schema(type = "array")),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
        })
@ApiResponse(responseCode = "304", description = "The file is the one of If-None-Match", content = @Content)
@ApiResponse(responseCode = "422", description = "A text is too long for a workbook: ask for another form")
@interface AnswersFile {}
