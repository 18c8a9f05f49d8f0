package fr.jalon.query.audit;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what whoever asks for a pack is answered. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The pack; README.txt in it says how to verify it",
        content = @Content(mediaType = PackDesk.ZIP, schema = @Schema(type = "string", format = "binary")))
@interface AnswersPack {}
