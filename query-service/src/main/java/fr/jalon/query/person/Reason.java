package fr.jalon.query.person;

import fr.jalon.query.asked.QueryProblems;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a person is to be erased, or their name limited. */
@Schema(name = "ErasureReason", description = "Why; it names nobody, and stays")
record Reason(
        @Schema(
                description = "Why",
                example = "Asked for on 12 March 2026, file 17",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {
    static final int LONGEST = 1000;

    /** The reason, said and no longer than that, or else a problem. */
    String given() {
        return given(reason);
    }

    static String given(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw QueryProblems.reasonNeeded().asException();
        }
        return reason.strip();
    }
}
