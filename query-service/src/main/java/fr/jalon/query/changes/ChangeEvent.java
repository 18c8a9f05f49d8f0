package fr.jalon.query.changes;

import fr.jalon.readmodel.question.Changes.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** The data of an event: that an entry was recorded, and is readable. */
@Schema(description = "The data of an event: that an entry was recorded")
record ChangeEvent(
        @Schema(description = "The territory whose register has it", example = "lille")
        String territory,

        @Schema(description = "The entry's id") UUID entryId,

        @Schema(description = "Its number in that register, from 1", minimum = "1", example = "3")
        long position,

        @Schema(description = "Its type, the event's name too", example = "funding-granted")
        String type,

        @Schema(description = "When the register took it in")
        Instant recordedAt) {
    static ChangeEvent of(Change change) {
        return new ChangeEvent(
                change.territory(), change.entryId(), change.position(), change.type(), change.recordedAt());
    }
}
