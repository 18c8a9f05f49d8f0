package fr.jalon.query.person;

import fr.jalon.people.Limitations.Limitation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every limitation there was. */
@Schema(name = "Limitations", description = "Every limitation of a person's name, lifted or in force")
record LimitationsAnswer(
        @Schema(description = "The latest first") List<LimitationAnswer> limitations) {
    static LimitationsAnswer of(List<Limitation> limitations) {
        return new LimitationsAnswer(
                limitations.stream().map(LimitationAnswer::of).toList());
    }

    /** One of them. */
    @Schema(
            name = "Limitation",
            description = "That only the national team reads a person's name, which is kept and proved as before")
    record LimitationAnswer(
            @Schema(description = "Its number", example = "2")
            long limitation,

            @Schema(
                    description = "in-force, or lifted",
                    allowableValues = {"in-force", "lifted"})
            String state,

            @Schema(description = "Whose name; nothing once the person was erased", example = "p-7f3kq2mx") @Nullable
            String person,

            @Schema(description = "Why", example = "Contested on 12 March 2026, file 19")
            String reason,

            @Schema(description = "The account that had it done", example = "national")
            String limitedBy,

            @Schema(description = "When", example = "2026-03-12T09:00:00Z")
            Instant limitedAt,

            @Schema(description = "The account that lifted it", example = "national-2") @Nullable
            String liftedBy,

            @Schema(description = "When it was lifted", example = "2026-04-02T09:00:00Z") @Nullable
            Instant liftedAt,

            @Schema(description = "Why it was lifted", example = "Settled, file 19") @Nullable
            String liftedFor) {
        static LimitationAnswer of(Limitation limitation) {
            return new LimitationAnswer(
                    limitation.number(),
                    limitation.liftedBy() == null ? "in-force" : "lifted",
                    limitation.person(),
                    limitation.reason(),
                    limitation.limitedBy(),
                    limitation.limitedAt(),
                    limitation.liftedBy(),
                    limitation.liftedAt(),
                    limitation.liftedFor());
        }
    }
}
