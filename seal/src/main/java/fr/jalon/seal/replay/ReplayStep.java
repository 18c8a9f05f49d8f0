package fr.jalon.seal.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.answers.contract.StateAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a replay tells of one entry. */
@Schema(description = "What a replay tells of one entry")
public sealed interface ReplayStep {
    String ENTRY_ID = "The entry's id";
    String POSITION = "Its number in its territory's register, from 1";
    String RECORDED_AT = "When the register took it in";

    /** An entry as the history shows it, what it moved, and the state after it. */
    @Schema(name = "EntryReplayed", description = "An entry, what it moved, and the state after it")
    record Taken(
            @Schema(description = ENTRY_ID) UUID entryId,

            @Schema(description = POSITION, minimum = "1", example = "3")
            long position,

            @Schema(description = RECORDED_AT) Instant recordedAt,

            @Schema(description = "Who recorded it; an account's name", example = "national") @Nullable
            String actor,

            @Schema(description = "That account's role then", example = "national") @Nullable
            String role,

            @Schema(description = "As it was accepted", ref = "#/components/schemas/Entry")
            ObjectNode entry,

            @Schema(description = "The subjects whose timeline it made another")
            List<SubjectMove> moved,

            @Schema(description = "The state before it, where before=true asks for it")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            StateAnswer before,

            @Schema(description = "The state after it") StateAnswer state)
            implements ReplayStep {}

    /** An entry that cannot be read, or is not the next one: the last line of a replay. */
    @Schema(
            name = "EntryUnreadable",
            description = "An entry that cannot be read or stands out of order; the last line")
    record Broken(
            @Schema(description = ENTRY_ID) UUID entryId,

            @Schema(description = POSITION, minimum = "1", example = "3")
            long position,

            @Schema(description = RECORDED_AT) Instant recordedAt,

            @Schema(description = "Why nothing more can be told")
            Cause error)
            implements ReplayStep {}

    /** Why a replay ends early. */
    @Schema(name = "ReplayError", description = "Why a replay ends early")
    record Cause(
            @Schema(
                    description = "Stable; what a program acts on",
                    allowableValues = {Replay.OUT_OF_ORDER, Replay.UNREADABLE})
            String code) {}
}
