package fr.jalon.answers.contract;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** The states of all territories in one answer. */
@Schema(name = "States", description = "The state of every territory that was open then")
public record StatesAnswer(
        @Schema(description = Described.AS_OF, example = Described.DAY)
        LocalDate asOf,

        @Schema(description = Described.KNOWN_AT_OF_ALL, example = Described.INSTANT)
        String knownAt,

        @Schema(description = "One state a territory, in the order of their ids")
        List<StateAnswer> territories) {}
