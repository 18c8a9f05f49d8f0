package fr.jalon.query.person;

import fr.jalon.query.person.LimitationsAnswer.LimitationAnswer;
import fr.jalon.readmodel.person.PersonEntries.Named;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that the register holds of a person. */
@Schema(name = "Person", description = "All that the register holds of a person (right of access)")
record PersonAnswer(
        @Schema(description = "The id, which says nothing of whom it is", example = "p-7f3kq2mx")
        String person,

        @Schema(description = "Whether the person was erased: no name is left anywhere")
        boolean erased,

        @Schema(description = "The limitation in force: only the national team reads the name. Nothing where none is")
        @Nullable
        LimitationAnswer limitation,

        @Schema(description = "Every entry that names the person, by territory and position")
        List<NamedIn> entries) {
    /** An entry that names the person. */
    @Schema(name = "NamedIn", description = "An entry that names the person, as it was recorded")
    record NamedIn(
            @Schema(description = "The territory's id", example = "lille")
            String territory,

            @Schema(description = "Its number in the territory's register", example = "12")
            long position,

            @Schema(description = "Its id") UUID entryId,

            @Schema(description = "When it was recorded", example = "2023-02-22T09:00:00.000001Z")
            Instant recordedAt,

            @Schema(description = "What it says", implementation = Object.class) @Nullable
            JsonNode entry) {
        static NamedIn of(Named named) {
            return new NamedIn(
                    named.territory(), named.position(), named.entryId(), named.recordedAt(), named.content());
        }
    }
}
