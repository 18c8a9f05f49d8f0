package fr.jalon.query.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.retention.RetentionRules.Proposal;
import fr.jalon.query.retention.RetentionRules.Term;
import fr.jalon.readmodel.person.PersonStays.Given;
import fr.jalon.readmodel.person.PersonStays.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {
    private static final RetentionRules RULES =
            new RetentionRules(Map.of("coordinator", 2, "team", 2, "contribution", 2), 5, Set.of("fse"));

    @Test
    void a_person_is_kept_until_the_term_after_the_last_day_of_all_and_not_longer() {
        List<Stay> stays = List.of(
                stay("p-1", "coordinator", "2018-01-01", "2020-06-30"),
                stay("p-1", "contribution", "2021-03-01", "2021-03-01"));

        assertThat(proposed(stays, List.of(), "2023-03-01")).isEmpty();
        assertThat(proposed(stays, List.of(), "2023-03-02"))
                .containsExactly(new Proposal(
                        "p-1",
                        Set.of("coordinator", "contribution"),
                        Set.of("lille"),
                        day("2021-03-01"),
                        new Term("contribution", day("2021-03-01"), day("2023-03-01"))));
    }

    @Test
    void whoever_is_still_there_is_never_proposed() {
        List<Stay> stays = List.of(
                stay("p-1", "contribution", "2001-03-01", "2001-03-01"), stay("p-1", "team", "2001-03-01", null));

        assertThat(proposed(stays, List.of(), "2099-01-01")).isEmpty();
    }

    @Test
    void european_money_keeps_whoever_worked_where_and_while_it_was_given() {
        List<Stay> worked = List.of(stay("p-1", "team", "2018-01-01", "2019-12-31"));
        List<Given> given = List.of(new Given("lille", day("2019-01-01"), day("2021-12-31")));

        assertThat(proposed(worked, given, "2026-12-31")).isEmpty();
        assertThat(proposed(worked, given, "2027-01-01"))
                .extracting(Proposal::term)
                .containsExactly(new Term(RetentionRules.EUROPEAN_MONEY, day("2021-12-31"), day("2026-12-31")));
    }

    @Test
    void european_money_of_other_days_or_places_or_for_who_was_thanked_keeps_nobody() {
        List<Given> given = List.of(
                new Given("lille", day("2020-01-01"), null), new Given("lyon", day("2018-01-01"), day("2021-12-31")));

        for (String role : List.of("team", "contribution")) {
            assertThat(proposed(List.of(stay("p-1", role, "2018-01-01", "2019-12-31")), given, "2022-01-01"))
                    .hasSize(1);
        }
        assertThat(proposed(List.of(stay("p-1", "contribution", "2021-01-01", "2021-01-01")), given, "2024-01-01"))
                .hasSize(1);
    }

    @Test
    void as_long_as_european_money_is_given_whoever_it_paid_is_kept() {
        List<Given> given = List.of(new Given("lille", day("2019-01-01"), null));

        assertThat(proposed(List.of(stay("p-1", "coordinator", "2018-01-01", "2019-12-31")), given, "2099-01-01"))
                .isEmpty();
    }

    @Test
    void nobody_is_proposed_twice_and_whoever_waits_longest_comes_first() {
        List<Stay> stays = List.of(
                stay("p-2", "team", "2018-01-01", "2019-12-31"),
                stay("p-1", "team", "2018-01-01", "2020-12-31"),
                stay("p-erased", "team", "2018-01-01", "2018-12-31"));

        assertThat(proposed(stays, List.of(), "2099-01-01"))
                .extracting(Proposal::person)
                .containsExactly("p-2", "p-1");
    }

    private static List<Proposal> proposed(List<Stay> stays, List<Given> given, String asOf) {
        return RULES.proposals(stays, given, "p-erased"::equals, day(asOf));
    }

    private static Stay stay(String person, String role, String since, @Nullable String last) {
        return new Stay(person, "lille", role, day(since), last == null ? null : day(last));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
