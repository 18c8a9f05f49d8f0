package fr.jalon.query.person;

import fr.jalon.people.Redactions.Redaction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A text that nobody reads any more. */
@Schema(name = "Redaction", description = "A text that nobody reads any more, and not what it said")
record RedactionAnswer(
        @Schema(description = "Its number", example = "1") long number,

        @Schema(description = "The territory's id", example = "lille")
        String territory,

        @Schema(description = "The id of the entry it stood in")
        UUID entryId,

        @Schema(description = "Where in the entry as it was recorded (JSON pointer)", example = "/note")
        String pointer,

        @Schema(description = "Why", example = "Names somebody who takes part, file 18")
        String reason,

        @Schema(description = "The account that had it done", example = "national")
        String redactedBy,

        @Schema(description = "When", example = "2026-02-22T09:00:00Z")
        Instant redactedAt) {
    static RedactionAnswer of(Redaction redaction) {
        return new RedactionAnswer(
                redaction.number(),
                redaction.territory(),
                redaction.entryId(),
                redaction.pointer(),
                redaction.reason(),
                redaction.redactedBy(),
                redaction.redactedAt());
    }
}
