package fr.jalon.answers.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.answers.Fact;
import fr.jalon.events.timeline.Certainty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Fact} as answers have it, under the kind of its subject. */
@Schema(name = "Fact", description = "What holds of one subject")
public record StatedFact(
        @Schema(description = Described.KEY, example = "mel-programmes")
        String key,

        @Schema(description = Described.VALUE) ObjectNode value,

        @Schema(description = Described.CERTAINTY) Certainty certainty,

        @Schema(description = Described.HELD) Certainty held,

        @Schema(description = Described.AMONG) @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ObjectNode> among,

        @Schema(description = Described.SINCE, example = "[..2022]") @Nullable
        String since,

        @Schema(description = Described.UNTIL, example = "2023") @Nullable
        String until,

        @Schema(description = Described.ENTRIES) List<UUID> entries,
        @Schema(description = Described.CONTESTED) boolean contested)
        implements ChangedValue {
    public static StatedFact of(Fact fact) {
        return new StatedFact(
                fact.subject().key(),
                fact.value(),
                fact.certainty(),
                fact.held(),
                fact.among(),
                fact.since(),
                fact.until(),
                fact.entries(),
                fact.contested());
    }
}
