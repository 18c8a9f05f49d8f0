package fr.jalon.query.person;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a person is to be erased. */
@Schema(name = "ErasureReason", description = "Why; it names nobody, and stays")
record Reason(
        @Schema(
                description = "Why",
                example = "Asked for on 12 March 2026, file 17",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {}
