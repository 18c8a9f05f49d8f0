package fr.jalon.query.retention;

import fr.jalon.readmodel.person.PersonStays.Given;
import fr.jalon.readmodel.person.PersonStays.Stay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For how long a person is kept after the last day that a register knows of them (<i>durées de conservation</i>).
 *
 * @param years by role, after the last day in it
 * @param europeanYears after the last day of European money, of whoever had a role where and while it was given
 * @param europeanFunders the organisations whose money that is
 */
public record RetentionRules(Map<String, Integer> years, int europeanYears, Set<String> europeanFunders) {
    public static final String EUROPEAN_MONEY = "european-money";

    /** Whoever is thanked had no part in what was given. */
    private static final Set<String> ROLES_PAID = Set.of("coordinator", "team");

    public RetentionRules {
        europeanFunders = Collections.unmodifiableSortedSet(new TreeSet<>(europeanFunders));
        if (years.values().stream().anyMatch(each -> each < 1) || europeanYears < 1) {
            throw new IllegalArgumentException("jalon.persons.kept.*: a year at least");
        }
    }

    /**
     * Until when a person is kept, and why.
     *
     * @param rule the role, or {@link #EUROPEAN_MONEY}
     * @param counts the day from which the years count
     * @param keptUntil the last day on which the person is kept
     */
    record Term(String rule, LocalDate counts, LocalDate keptUntil) {
        /** By the day from which it counts, too, of which two may end on one, as leap years have it. */
        private static final Comparator<Term> LATER =
                Comparator.comparing(Term::keptUntil).thenComparing(Term::counts);
    }

    /**
     * Somebody who was kept for long enough.
     *
     * @param last the last day on which a register knows of them
     */
    record Proposal(String person, Set<String> roles, Set<String> territories, LocalDate last, Term term) {}

    /** Every rule, by its name. */
    Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>(new TreeMap<>(years));
        all.put(EUROPEAN_MONEY, europeanYears);
        return all;
    }

    /** Those who are kept no longer on this day, those whose term ended first before all others. */
    List<Proposal> proposals(
            Collection<Stay> stays, Collection<Given> european, Predicate<String> isErased, LocalDate asOf) {
        return stays.stream().collect(Collectors.groupingBy(Stay::person)).entrySet().stream()
                .filter(each -> !each.getKey().isEmpty() && !isErased.test(each.getKey()))
                .flatMap(each -> proposal(each.getKey(), each.getValue(), european).stream())
                .filter(proposal -> proposal.term.keptUntil.isBefore(asOf))
                .sorted(Comparator.comparing((Proposal each) -> each.term.keptUntil)
                        .thenComparing(Proposal::person))
                .toList();
    }

    /** Nothing as long as no end is known of what they do, or of the European money that was given meanwhile. */
    private Optional<Proposal> proposal(String person, List<Stay> stays, Collection<Given> european) {
        Set<String> roles = new TreeSet<>();
        Set<String> territories = new TreeSet<>();
        LocalDate last = LocalDate.MIN;
        Term term = null;
        for (Stay stay : stays) {
            if (stay.last() == null) {
                return Optional.empty();
            }
            roles.add(stay.role());
            territories.add(stay.territory());
            last = stay.last().isAfter(last) ? stay.last() : last;
            for (Term each : terms(stay, stay.last(), european).toList()) {
                if (each.counts.equals(LocalDate.MAX)) {
                    return Optional.empty();
                }
                term = later(term, each);
            }
        }
        return term == null ? Optional.empty() : Optional.of(new Proposal(person, roles, territories, last, term));
    }

    private Stream<Term> terms(Stay stay, LocalDate last, Collection<Given> european) {
        Stream<Term> ofMoney = ROLES_PAID.contains(stay.role())
                ? european.stream()
                        .filter(given -> given.territory().equals(stay.territory()) && meet(stay, given))
                        .map(given -> term(EUROPEAN_MONEY, given.last(), europeanYears))
                : Stream.empty();
        return Stream.concat(
                Stream.of(term(stay.role(), last, years.getOrDefault(stay.role(), europeanYears))), ofMoney);
    }

    private static Term term(String rule, @Nullable LocalDate counts, int years) {
        return counts == null
                ? new Term(rule, LocalDate.MAX, LocalDate.MAX)
                : new Term(rule, counts, counts.plusYears(years));
    }

    private static Term later(@Nullable Term one, Term other) {
        return one == null || Term.LATER.compare(other, one) > 0 ? other : one;
    }

    private static boolean meet(Stay stay, Given given) {
        return isNotAfter(stay.since(), given.last()) && isNotAfter(given.since(), stay.last());
    }

    private static boolean isNotAfter(@Nullable LocalDate since, @Nullable LocalDate last) {
        return since == null || last == null || !since.isAfter(last);
    }
}
