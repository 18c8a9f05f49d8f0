package fr.jalon.query.person;

import fr.jalon.people.Erasures.Erasure;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an erasure stands. */
@Schema(name = "Erasure", description = "An erasure: asked for by one account, done once another one confirms it")
record ErasureAnswer(
        @Schema(description = "Its number", example = "3") long erasure,

        @Schema(
                description = "asked, or done",
                allowableValues = {"asked", "done"})
        String state,

        @Schema(description = "Of whom it is asked; nothing once it is done", example = "p-7f3kq2mx") @Nullable
        String person,

        @Schema(description = "Why, as each of both said it, a line each")
        String reason,

        @Schema(description = "The account that asked", example = "national")
        String askedBy,

        @Schema(description = "When", example = "2026-02-22T09:00:00Z")
        Instant askedAt,

        @Schema(description = "The other account, that confirmed it", example = "national-2") @Nullable
        String confirmedBy,

        @Schema(description = "When it was done", example = "2026-02-23T09:00:00Z") @Nullable
        Instant confirmedAt) {
    static ErasureAnswer of(Erasure erasure) {
        return new ErasureAnswer(
                erasure.number(),
                erasure.confirmedBy() == null ? "asked" : "done",
                erasure.person(),
                erasure.reason(),
                erasure.askedBy(),
                erasure.askedAt(),
                erasure.confirmedBy(),
                erasure.confirmedAt());
    }
}
