package fr.jalon.web.recording;

import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what all calls that record one entry take beside it, and what they may answer. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = EntryCalls.DRY_RUN,
            in = ParameterIn.QUERY,
            schema = @Schema(type = "boolean", defaultValue = "false"),
            description = "Decide only, and record nothing",
            example = "true"),
    @Parameter(
            name = EntryCalls.IF_MATCH,
            in = ParameterIn.HEADER,
            schema = @Schema(type = "string"),
            description = "The register's last position as you know it, quoted: \"12\"")
})
@ApiResponse(
        responseCode = "201",
        description = "Recorded",
        headers =
                @Header(name = "Location", description = "The entry's own address", schema = @Schema(type = "string")))
@ApiResponse(responseCode = "200", description = "Recorded before, or a dry run")
@ApiResponse(responseCode = "409", description = "Another entry has this id")
@ApiResponse(responseCode = "422", description = "A rule of the register is broken; code and errors name it")
@MayAnswer({
    ProblemCode.MALFORMED_ENTRY,
    ProblemCode.UNKNOWN_TERRITORY,
    ProblemCode.NOT_YOUR_TERRITORY,
    ProblemCode.ENTRY_ID_TAKEN,
    ProblemCode.STALE_POSITION,
    ProblemCode.REGISTER_UNREADABLE,
    ProblemCode.TERRITORY_ALREADY_OPENED,
    ProblemCode.OPENING_ENTRY_STAYS,
    ProblemCode.EFFECTIVE_IN_FUTURE,
    ProblemCode.ALREADY_BEGUN,
    ProblemCode.NOT_BEGUN,
    ProblemCode.CARRIER_UNCHANGED,
    ProblemCode.MEETING_WITHOUT_END,
    ProblemCode.NOT_THE_COORDINATOR,
    ProblemCode.TARGET_UNKNOWN,
    ProblemCode.TARGET_RETRACTED,
    ProblemCode.TARGET_NOT_CORRECTABLE,
    ProblemCode.TARGET_NOT_RETRACTABLE,
    ProblemCode.TARGET_NOT_ANNOUNCED,
    ProblemCode.TARGET_ABANDONED,
    ProblemCode.TARGET_FULFILLED,
    ProblemCode.NOT_WHAT_WAS_ANNOUNCED,
    ProblemCode.NOTHING_CORRECTED,
    ProblemCode.NOT_A_REFINEMENT,
    ProblemCode.PERSON_ERASED,
    ProblemCode.TEXT_REDACTED,
    ProblemCode.KEPT_BY_THE_REGISTER
})
@interface TakesOneEntry {}
