package fr.jalon.console.upkeep;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Persons who were kept for long enough, and the rules by which they were. */
public record KeptLongEnough(String asOf, List<Rule> rules, List<String> europeanFunders, List<Proposed> persons) {
    /** For how many years a person is kept. */
    public record Rule(String rule, int years) {}

    /**
     * A person whose term has ended.
     *
     * @param name null where nobody said it
     * @param counts the day from which the years of the rule count
     */
    public record Proposed(
            String person,
            @Nullable String name,
            List<String> roles,
            List<String> territories,
            String rule,
            LocalDate counts,
            LocalDate keptUntil) {}
}
