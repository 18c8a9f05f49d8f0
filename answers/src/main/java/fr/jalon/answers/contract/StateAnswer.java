package fr.jalon.answers.contract;

import fr.jalon.answers.Fact;
import fr.jalon.answers.RegisterState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state as answers have it: facts by their kind, what is announced in a list. */
@Schema(name = "State", description = "What was so on a day, as known at an instant")
public record StateAnswer(
        @Schema(description = Described.TERRITORY, example = Described.LILLE)
        String territory,

        @Schema(description = "What the territory is called; null while nobody said", example = "Lille") @Nullable
        String name,

        @Schema(description = Described.AS_OF, example = Described.DAY)
        LocalDate asOf,

        @Schema(description = Described.KNOWN_AT, example = Described.INSTANT) @Nullable
        String knownAt,

        @Schema(description = Described.POSITION, minimum = "0", example = "12")
        long position,

        @Schema(description = "What holds, by kind of subject, in the order of the vocabulary")
        Map<String, List<StatedFact>> facts,

        @Schema(description = "What is announced and has not come")
        List<Announcement> outlook) {
    /**
     * A state, read so far.
     *
     * @param knownAt what the answer says it was known at: an instant, or null at position 0
     */
    public static StateAnswer of(RegisterState state, @Nullable String knownAt) {
        Map<String, List<StatedFact>> facts = new LinkedHashMap<>();
        for (Fact fact : state.facts()) {
            facts.computeIfAbsent(fact.subject().kind().code(), first -> new ArrayList<>())
                    .add(StatedFact.of(fact));
        }
        return new StateAnswer(
                state.territory(),
                state.name(),
                state.asOf().day(),
                knownAt,
                state.position(),
                facts,
                state.outlook().stream().map(Announcement::of).toList());
    }
}
