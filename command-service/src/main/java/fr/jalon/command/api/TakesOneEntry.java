package fr.jalon.command.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Documents what all calls that record one entry take: what {@link SenderResolver} reads, and a JSON object. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = SenderResolver.DRY_RUN,
            in = ParameterIn.QUERY,
            schema = @Schema(type = "boolean", defaultValue = "false"),
            description = "Decide only, and record nothing"),
    @Parameter(
            name = IfMatch.HEADER,
            in = ParameterIn.HEADER,
            schema = @Schema(type = "string"),
            description = "The register's last position as you know it, quoted: \"12\"")
})
@RequestBody(
        required = true,
        content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
@ApiResponse(
        responseCode = "201",
        description = "Recorded",
        headers = @Header(name = "Location", description = "The entry's own address"))
@ApiResponse(responseCode = "200", description = "Recorded before, or a dry run")
@ApiResponse(responseCode = "409", description = "Another entry has this id")
@ApiResponse(responseCode = "412", description = "The register went on since its position in If-Match")
@ApiResponse(responseCode = "422", description = "A rule of the register is broken; code and errors name it")
@interface TakesOneEntry {}
