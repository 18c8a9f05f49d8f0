package fr.jalon.console.reading;

import fr.jalon.console.client.FactTold;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.draw.TerritoryMap;
import fr.jalon.console.draw.TerritoryMap.Look;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.DrawnCertainty;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Territories as a map shows them. */
final class Mapped {
    private Mapped() {}

    /**
     * A map of all of them.
     *
     * @param shown the facts that are shown of each
     * @param none what is said where there is none
     */
    static TerritoryMap of(
            String title, StateTold.All all, Function<StateTold, List<FactTold>> shown, String none, Visit visit) {
        return new TerritoryMap(
                title,
                all.territories().stream()
                        .map(state -> place(state, shown.apply(state), none, visit))
                        .toList());
    }

    private static TerritoryMap.Place place(StateTold state, List<FactTold> facts, String none, Visit visit) {
        String said = facts.isEmpty()
                ? none
                : facts.stream().map(fact -> visit.words().value(fact.value())).collect(Collectors.joining(" / "));
        boolean isCertain = facts.stream().anyMatch(fact -> DrawnCertainty.of(fact) == DrawnCertainty.CERTAIN);
        return new TerritoryMap.Place(
                Objects.requireNonNullElse(state.name(), state.territory()),
                where(state),
                facts.isEmpty() ? Look.NONE : isCertain ? Look.CERTAIN : Look.POSSIBLE,
                said,
                visit.to("/console/territories/" + state.territory()));
    }

    /** A territory that is called after its town is there; any other at the seat of its départements. */
    private static List<String> where(StateTold state) {
        Stream<String> departments = state.facts().getOrDefault("perimeter", List.of()).stream()
                .flatMap(fact -> fact.value().path("departments").valueStream())
                .map(department -> department.asString(""));
        return Stream.concat(Stream.of(state.territory()), departments)
                .distinct()
                .toList();
    }
}
