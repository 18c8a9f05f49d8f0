package fr.jalon.query.export;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents {@code file}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "state, history, funding and funding-scdl-left-out with .csv, .xlsx, .ods or .json;"
                + " funding-scdl.csv; events.ndjson (CloudEvents 1.0); entries with .ndjson, .csv, .xlsx or .ods (which"
                + " POST /entries takes back). Without the extension, format or the Accept header tells it",
        example = "state.csv",
        schema = @Schema(type = "string"))
@interface ExportedFile {}
