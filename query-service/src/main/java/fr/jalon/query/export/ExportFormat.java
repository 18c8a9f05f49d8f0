package fr.jalon.query.export;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents {@code format}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "The file's form, where its name has no extension",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"csv", "xlsx", "ods", "json", "ndjson"}))
@interface ExportFormat {}
