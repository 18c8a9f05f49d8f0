package fr.jalon.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.seal.check.Finding;
import fr.jalon.seal.check.SelfCheck;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the check is, and what the last one found; the last three are left out before the first has ended. */
@Schema(name = "Check", description = "How far the check is, and what the last one found")
record CheckAnswer(
        @Schema(description = "Whether one is under way, or how the last one ended")
        SelfCheck.State state,

        @Schema(description = "What is being checked; null while nothing is")
        SelfCheck.@Nullable Step step,

        @Schema(description = "How much of this step is done: entries of the log, or territories", example = "100")
        long done,

        @Schema(description = "How much there is to do in this step", example = "100")
        long total,

        @Schema(description = "When the last check ended; left out before the first has")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant checked,

        @Schema(description = "How many entries were sealed then; left out before the first has ended", example = "100")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Long entries,

        @Schema(
                description =
                        "What the last check found, nothing where all is well; left out before the first has ended")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Fault> findings) {
    static CheckAnswer of(SelfCheck.Progress progress, SelfCheck.@Nullable Result last) {
        return new CheckAnswer(
                progress.state(),
                progress.step(),
                progress.done(),
                progress.total(),
                last == null ? null : last.at(),
                last == null ? null : last.entries(),
                last == null ? null : last.findings().stream().map(Fault::of).toList());
    }

    /** A {@link Finding} with the places it has. */
    @Schema(name = "Finding", description = "Something that is not as it was sealed, or not as the log says")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            @Schema(description = "What is wrong; stable") Finding.Kind kind,

            @Schema(description = "The entry at fault, where it is known") @Nullable
            UUID entryId,

            @Schema(description = "The territory it is found in, where it is found in one", example = "lille") @Nullable
            String territory,

            @Schema(description = "The position there", example = "3") @Nullable
            Long position,

            @Schema(description = "The leaf it is found at, from 0, where it is one leaf", example = "41") @Nullable
            Long index,

            @Schema(
                    description = "In English, for whoever mends it; never what an entry says",
                    example = "the event's content is not what was sealed")
            String detail) {
        private static Fault of(Finding finding) {
            return new Fault(
                    finding.kind(),
                    finding.entryId(),
                    finding.territory(),
                    finding.territory() == null ? null : finding.position(),
                    finding.index() < 0 ? null : finding.index(),
                    finding.detail());
        }
    }
}
