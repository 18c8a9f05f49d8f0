package fr.jalon.query.contract;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Documents what all questions answer: a JSON object with a tag, or that the reader has it already. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The answer; Cache-Control says whether it can ever change",
        headers =
                @Header(
                        name = "ETag",
                        description = "What to send as If-None-Match",
                        schema = @Schema(type = "string")),
        content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
@ApiResponse(responseCode = "304", description = "The answer is the one of If-None-Match", content = @Content)
public @interface AnswersJson {
    /** The record that the answer is. */
    Class<?> value();
}
