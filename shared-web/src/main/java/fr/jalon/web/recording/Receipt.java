package fr.jalon.web.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.answers.contract.SubjectEffect;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What whoever records an entry takes home. */
@Schema(description = "That an entry is in the register, or in a dry run that it would be")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        @Schema(description = "The entry's id, as it was sent or given by the register")
        UUID entryId,

        @Schema(description = "The territory whose register has it", example = "rouen")
        String territory,

        @Schema(description = "Its number in that register, from 1", minimum = "1", example = "13")
        long position,

        @Schema(description = "When the register took it in; left out of a dry run") @Nullable
        Instant recordedAt,

        @Schema(description = "true for a dry run, left out else", example = "true") @Nullable
        Boolean dryRun,

        @Schema(
                description = "In a dry run, what the entry would change of each subject, over all days; empty where it"
                        + " would change nothing")
        @Nullable
        List<SubjectEffect> effect,

        @Schema(
                description =
                        "In a dry run, words of its texts that are probably persons' names; left out where none is")
        @Nullable
        List<NameHint> hints) {
    /** The same with what the entry would change, and with what its author may want to write otherwise. */
    public Receipt changing(List<SubjectEffect> effects, List<NameHint> probablyNames) {
        return new Receipt(
                entryId,
                territory,
                position,
                recordedAt,
                dryRun,
                effects,
                probablyNames.isEmpty() ? null : probablyNames);
    }
}
