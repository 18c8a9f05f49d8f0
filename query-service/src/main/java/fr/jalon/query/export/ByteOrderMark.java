package fr.jalon.query.export;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents {@code bom}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "Whether CSV begins with the mark by which spreadsheets know that it is UTF-8",
        schema = @Schema(type = "boolean", defaultValue = "false"))
@interface ByteOrderMark {}
