package fr.jalon.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} as it is answered (RFC 9457), its sentences in the reader's language and in both. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
        @Schema(description = "The code as a URI", format = "uri", example = "urn:jalon:problem:unknown-territory")
        String type,

        @Schema(
                description = "What kind of problem this is, in the reader's language",
                example = "This territory has no register")
        String title,

        @Schema(description = "The same in both languages") Bilingual titles,

        @Schema(description = "The HTTP status", example = "404")
        int status,

        @Schema(
                description = "What happened this time, in the reader's language; left out where the title says it all",
                example = "Nobody opened the register of “atlantide”.")
        @Nullable
        String detail,

        @Schema(description = "The same in both languages") @Nullable
        Bilingual details,

        @Schema(description = "Stable; what a program acts on", example = "unknown-territory")
        String code,

        @Schema(description = "Each fault by its place; empty where the whole is at fault")
        List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:jalon:problem:";

    /** A {@link Problem.Cause} as it is answered. */
    @Schema(name = "ProblemFault", description = "One fault by its place")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(
            @Schema(description = "Stable; what a program acts on", example = "invalid-date")
            String code,

            @Schema(description = "The field at fault (RFC 6901); empty for the whole", example = "/effective")
            String pointer,

            @Schema(description = "In a table, the header of the column at fault", example = "effective") @Nullable
            String column,

            @Schema(description = "What is wrong, in the reader's language")
            String detail,

            @Schema(description = "The same in both languages")
            Bilingual details,

            @Schema(description = "The recorded entry it clashes with, where there is one") @Nullable
            UUID entry,

            @Schema(description = "That entry's number in its territory's register", example = "12") @Nullable
            Long position) {
        static Fault of(Problem.Cause cause, Locale locale) {
            return new Fault(
                    cause.code(),
                    cause.pointer(),
                    cause.column(),
                    cause.detail().in(locale),
                    cause.detail(),
                    cause.entry(),
                    cause.position());
        }
    }

    public static ProblemDocument of(Problem problem, Locale locale) {
        Bilingual detail = problem.detail();
        return new ProblemDocument(
                TYPE + problem.code(),
                problem.title().in(locale),
                problem.title(),
                problem.status(),
                detail == null ? null : detail.in(locale),
                detail,
                problem.code(),
                problem.errors().stream().map(cause -> Fault.of(cause, locale)).toList());
    }
}
