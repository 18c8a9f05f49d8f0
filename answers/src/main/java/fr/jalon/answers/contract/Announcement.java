package fr.jalon.answers.contract;

import fr.jalon.answers.Fact;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is announced, as answers have it: its type and status beside the attributes it would have. */
@Schema(description = "What is announced and has not come")
public record Announcement(
        @Schema(description = "The id of the entry that announces it")
        UUID entryId,

        @Schema(description = "The type of that entry", example = "worksite-joined-programme")
        String type,

        @Schema(description = "planned, or possible where it is only hoped for", example = "planned")
        String status,

        @Schema(description = "When it is to be, as it was recorded (EDTF)", example = "2023") @Nullable
        String effective,

        @Schema(description = Described.VALUE) ObjectNode value,
        @Schema(description = Described.CONTESTED) boolean contested)
        implements ChangedValue {
    public static Announcement of(Fact fact) {
        ObjectNode value = fact.value().deepCopy();
        return new Announcement(
                UUID.fromString(fact.subject().key()),
                value.remove("type").stringValue(),
                value.remove("status").stringValue(),
                fact.since(),
                value,
                fact.contested());
    }
}
