package fr.jalon.query.person;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Withheld;
import fr.jalon.people.Erasures.Erasure;
import fr.jalon.people.Erasures.InRegister;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
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

        @Schema(description = "Why, as each of both said it, a line each, unless that was redacted since")
        String reason,

        @Schema(description = "The account that asked", example = "national")
        String askedBy,

        @Schema(description = "When", example = "2026-02-22T09:00:00Z")
        Instant askedAt,

        @Schema(description = "The other account, that confirmed it", example = "national-2") @Nullable
        String confirmedBy,

        @Schema(description = "When it was done", example = "2026-02-23T09:00:00Z") @Nullable
        Instant confirmedAt,

        @Schema(description = "The entry that says so; nothing as long as no register has it") @Nullable
        RecordedErasure entry) {
    /** Where it is recorded. */
    @Schema(name = "RecordedErasure", description = "The entry of an erasure, in the register of the national level")
    record RecordedErasure(
            @Schema(description = "The territory's id", example = "france")
            String territory,

            @Schema(description = "Its id") UUID entryId,

            @Schema(description = "Its number in the territory's register", example = "14")
            long position) {
        private static RecordedErasure of(InRegister entry) {
            return new RecordedErasure(entry.territory(), entry.entryId(), entry.position());
        }
    }

    /** @param language in which a reason is told that is gone */
    static ErasureAnswer of(Erasure erasure, Language language) {
        String reason = erasure.reason();
        InRegister entry = erasure.entry();
        return new ErasureAnswer(
                erasure.number(),
                erasure.confirmedBy() == null ? "asked" : "done",
                erasure.person(),
                reason == null ? Withheld.REDACTED_TEXT.in(language) : reason,
                erasure.askedBy(),
                erasure.askedAt(),
                erasure.confirmedBy(),
                erasure.confirmedAt(),
                entry == null ? null : RecordedErasure.of(entry));
    }
}
