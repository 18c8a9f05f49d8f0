package fr.jalon.query.funder;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.answers.AsOf;
import fr.jalon.answers.Fact;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.Sight;
import fr.jalon.answers.contract.Described;
import fr.jalon.answers.contract.Totals;
import fr.jalon.events.timeline.Certainty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an organisation funds on a day, territory by territory, and what it comes to. */
@Schema(description = "What a funder pays for")
public record Portfolio(
        @Schema(description = "The funder") Organisation organisation,

        @Schema(description = Described.AS_OF, example = Described.DAY)
        LocalDate asOf,

        @Schema(description = Described.KNOWN_AT_OF_ALL, example = Described.INSTANT)
        String knownAt,

        @Schema(description = "Its fundings, in the order of the territories' ids")
        List<Funding> fundings,

        @Schema(description = "What they come to, as far as it is known; left out where that is not for the reader")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Totals totals) {
    /** @param states the fundings that it may give, with all the values that they may have */
    static Portfolio of(Organisation organisation, AsOf day, String knownAt, List<RegisterState> states, Sight sight) {
        Predicate<Fact> given =
                fact -> fact.value().at("/funder/id").asString("").equals(organisation.id());
        return new Portfolio(
                organisation,
                day.day(),
                knownAt,
                states.stream()
                        .flatMap(state -> state.facts().stream()
                                .filter(given)
                                .map(fact -> Funding.of(state.territory(), seen(state.territory(), fact, sight))))
                        .toList(),
                sight.totals().test(organisation.id())
                        ? Totals.of(
                                states.stream()
                                        .flatMap(state -> state.bySubject().stream())
                                        .toList(),
                                given)
                        : null);
    }

    /** Each value of a funding says itself who gives it. */
    private static Fact seen(String territory, Fact fact, Sight sight) {
        return fact.seen(value -> sight.of(territory, value, nobody -> Set.of()));
    }

    /** The funder by id and name. */
    @Schema(description = "An organisation by its id and name")
    public record Organisation(
            @Schema(description = "Its id, the same in all registers", example = "mel")
            String id,

            @Schema(
                    description = "What it is called; null while nobody said",
                    example = "Métropole Européenne de Lille")
            @Nullable
            String name) {}

    /** A fact of the kind funding, with the territory it is of. */
    @Schema(description = "A funding, of one territory")
    public record Funding(
            @Schema(description = "The territory that is funded", example = Described.LILLE)
            String territory,

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
            @Schema(description = Described.CONTESTED) boolean contested) {
        private static Funding of(String territory, Fact fact) {
            return new Funding(
                    territory,
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
}
