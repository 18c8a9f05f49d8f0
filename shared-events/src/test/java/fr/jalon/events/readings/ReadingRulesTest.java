package fr.jalon.events.readings;

import static fr.jalon.events.readings.SpecificationExamples.amountChanged;
import static fr.jalon.events.readings.SpecificationExamples.appointed;
import static fr.jalon.events.readings.SpecificationExamples.carried;
import static fr.jalon.events.readings.SpecificationExamples.entry;
import static fr.jalon.events.readings.SpecificationExamples.granted;
import static fr.jalon.events.readings.SpecificationExamples.joined;
import static fr.jalon.events.readings.SpecificationExamples.left;
import static fr.jalon.events.readings.SpecificationExamples.recorded;
import static fr.jalon.events.readings.SpecificationExamples.renewed;
import static fr.jalon.events.readings.SpecificationExamples.stance;
import static fr.jalon.events.readings.SpecificationExamples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.NaiveRegister;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.timeline.Certainty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences of the specification that its examples leave aside, each with exact days or few. */
class ReadingRulesTest {
    @Test
    void a_value_is_over_before_what_comes_on_the_same_day() {
        var grantedAgain =
                of(granted("2023-01-01/2023-01-31", 1000), granted("2023-02-01", 1000), withdrawn("2023-02-01"));

        assertThat(grantedAgain.on("2023-01-31")).containsExactly("1000 certain");
        assertThat(grantedAgain.on("2023-02-01")).isEmpty();
    }

    @Test
    void entries_of_one_day_come_in_recorded_order() {
        assertThat(of(carried("2023-01-01", "adpei"), carried("2023-01-01", "hpf"))
                        .on("2023-01-01"))
                .containsExactly("hpf certain");
        assertThat(of(carried("2023-01-01", "hpf"), carried("2023-01-01", "adpei"))
                        .on("2023-01-01"))
                .containsExactly("adpei certain");
    }

    @Test
    void a_shorter_period_does_not_bring_the_end_forward_and_a_longer_one_puts_it_off() {
        assertThat(of(stance("2020-01-01/2020-12-31", "supports"), stance("2020-03-01/2021-06-30", "supports"))
                        .on("2021-06-30"))
                .containsExactly("supports certain");
        assertThat(of(stance("2020-01-01/2020-12-31", "supports"), stance("2020-03-01/2020-06-30", "supports"))
                        .on("2020-12-31"))
                .containsExactly("supports certain");
        assertThat(of(stance("2020-01-01/2020-12-31", "supports"), stance("2020-03-01/2020-06-30", "supports"))
                        .on("2021-01-01"))
                .isEmpty();
    }

    @Test
    void a_period_gives_no_end_to_what_is_held_without_one() {
        assertThat(of(stance("2020-01-01", "supports"), stance("2021-01-01/2021-12-31", "supports"))
                        .on("2022-01-01"))
                .containsExactly("supports certain");
        assertThat(of(stance("2020-01-01/..", "supports"), stance("2021-01-01/2021-12-31", "supports"))
                        .on("2022-01-01"))
                .containsExactly("supports certain");
    }

    @Test
    void a_confirmation_without_known_end_takes_the_end_away() {
        assertThat(of(stance("2020-01-01/2020-12-31", "supports"), stance("2020-06-01/..", "supports"))
                        .on("2030-01-01"))
                .containsExactly("supports certain");
    }

    @Test
    void another_value_makes_the_end_of_the_one_before_count_no_more() {
        var back = of(
                stance("2020-01-01/2020-12-31", "supports"),
                stance("2020-03-01", "neutral"),
                stance("2020-06-01", "supports"));

        assertThat(back.on("2021-06-01")).containsExactly("supports certain");
    }

    @Test
    void a_change_carries_the_end_on_unless_it_has_one_of_its_own() {
        WorldEntry year = granted("2020-01-01/2020-12-31", 1000);

        assertThat(of(year, amountChanged("2020-03-01", 2000)).on("2021-01-01")).isEmpty();
        assertThat(of(year, amountChanged("2020-03-01/2020-06-30", 2000)).on("2020-07-01"))
                .isEmpty();
        assertThat(of(year, amountChanged("2020-03-01/..", 2000)).on("2021-01-01"))
                .containsExactly("2000 certain");
    }

    @Test
    void a_change_to_what_is_held_already_is_a_change_and_not_a_confirmation() {
        assertThat(of(granted("2020-01-01/2020-12-31", 1000), amountChanged("2020-03-01/2020-06-30", 1000))
                        .on("2020-07-01"))
                .isEmpty();
    }

    @Test
    void a_renewal_takes_the_end_away_unless_it_has_one_of_its_own() {
        WorldEntry year = granted("2020-01-01/2020-12-31", 1000);

        assertThat(of(year, renewed("2021-01-01")).on("2030-01-01")).containsExactly("1000 certain");
        assertThat(of(year, renewed("2020-06-01/2021-12-31")).on("2021-12-31")).containsExactly("1000 certain");
        assertThat(of(year, renewed("2020-06-01/2021-12-31")).on("2022-01-01")).isEmpty();
    }

    @Test
    void a_new_contract_takes_the_end_away() {
        WorldEntry halfYear = entry(
                "team-member-joined", "2020-01-01/P6M", "\"position\": \"psychologue\", \"contract\": \"fixed-term\"");
        WorldEntry permanent = entry(
                "team-contract-changed", "2020-03-01", "\"position\": \"psychologue\", \"contract\": \"permanent\"");

        assertThat(of(halfYear).on("2020-06-30")).hasSize(1);
        assertThat(of(halfYear).on("2020-07-01")).isEmpty();
        assertThat(of(halfYear, permanent).on("2030-01-01")).containsExactly("psychologue certain");
    }

    @Test
    void what_has_lapsed_may_be_changed_and_then_has_no_end() {
        assertThat(of(granted("2020-01-01/2020-12-31", 1000), amountChanged("2021-06-01", 2000)))
                .satisfies(late -> assertThat(late.on("2021-05-31")).isEmpty())
                .satisfies(late -> assertThat(late.on("2030-01-01")).containsExactly("2000 certain"));
    }

    @Test
    void what_was_ended_may_not_be_changed_though_it_had_lapsed_before() {
        assertThat(of(
                                granted("2020-01-01/2020-12-31", 1000),
                                withdrawn("2021-06-01"),
                                amountChanged("2021-07-01", 2000))
                        .hasReading())
                .isFalse();
    }

    @Test
    void two_ends_on_one_day_cannot_both_be_true() {
        assertThat(of(granted("2020-01-01", 1000), withdrawn("2021-06-01"), withdrawn("2021-06-01"))
                        .hasReading())
                .isFalse();
    }

    @Test
    void an_amount_that_a_change_does_not_tell_is_unknown() {
        WorldEntry untold =
                entry("funding-amount-changed", "2021-01-01", "\"funding\": \"etat\", \"direction\": \"decreased\"");

        var known = of(granted("2020-01-01", 1000), untold);

        assertThat(known.values("2021-01-01").keySet())
                .singleElement()
                .satisfies(value -> assertThat(value).containsOnlyKeys("funding", "funder"));
    }

    @Test
    void a_coordinator_leaves_only_as_the_one_there_held_or_lapsed() {
        assertThat(of(appointed("2020-01-01", "claire"), left("2021-01-01", "paul"))
                        .hasReading())
                .isFalse();
        assertThat(of(appointed("2020-01-01/2020-12-31", "claire"), left("2021-06-01", "paul"))
                        .hasReading())
                .isFalse();
        assertThat(of(appointed("2020-01-01/2020-12-31", "claire"), left("2021-06-01", "claire"))
                        .hasReading())
                .isTrue();
    }

    @Test
    void another_value_after_the_end_of_a_period_is_no_gap() {
        var claireThenPaul = of(appointed("2019-01-01/2020", "claire"), appointed("2020-06-01", "paul"));

        assertThat(claireThenPaul.on("2020-05-01")).containsExactly("claire possible");
        assertThat(claireThenPaul.on("2020-06-01")).containsExactly("paul certain");
    }

    @Test
    void the_same_value_after_the_end_of_a_period_is_a_gap() {
        assertThat(of(appointed("2019-01-01/2020", "claire"), appointed("2020-06-01", "claire"))
                        .on("2020-05-01"))
                .containsExactly("claire certain");
    }

    @Test
    void a_change_or_an_ending_after_the_end_of_a_period_is_a_gap() {
        WorldEntry someYears = granted("2020-01-01/2022", 1000);

        assertThat(of(someYears, withdrawn("2022-06-01")).on("2022-03-01")).containsExactly("1000 certain");
        assertThat(of(someYears, amountChanged("2022-06-01", 2000)).on("2022-03-01"))
                .containsExactly("1000 certain");
    }

    @Test
    void a_value_that_comes_back_after_another_is_no_gap() {
        var claireAgain = of(
                appointed("2019-01-01/2020", "claire"),
                appointed("2020-06-01", "paul"),
                appointed("2020-09-01", "claire"));

        assertThat(claireAgain.on("2020-05-01")).containsExactly("claire possible");
    }

    @Test
    void a_value_that_comes_back_after_it_was_changed_is_no_gap() {
        var grantedAgain = of(
                granted("2020-01-01/2020-12-31", 1000),
                amountChanged("2021-06-01", 2000),
                granted("[2021-05-01..2021-07-01]", 1000));

        assertThat(grantedAgain.on("2021-05-31")).containsExactly("1000 possible");
    }

    @Test
    void a_gap_that_no_reading_avoids_is_allowed() {
        var twice = of(joined("2019-01-01/2019-12-31"), joined("2021-01-01"));

        assertThat(twice.on("2020-06-01")).isEmpty();
        assertThat(twice.on("2021-01-01")).containsExactly("jardins certain");
    }

    @Test
    void a_period_is_over_only_after_it_has_begun() {
        var vague = of(granted("2023/2023-03", 1000));

        assertThat(vague.on("2023-03-31")).containsExactly("1000 possible");
        assertThat(vague.on("2023-04-01")).isEmpty();
    }

    @Test
    void a_period_without_last_day_is_over_some_day_nobody_knows() {
        var some = of(granted("2020-01-01/[2021-01-01..]", 1000));

        assertThat(some.on("2021-01-01")).containsExactly("1000 certain");
        assertThat(some.on("2021-01-02")).containsExactly("1000 possible");
        assertThat(some.on("2999-01-01")).containsExactly("1000 possible");
    }

    @Test
    void a_meeting_is_over_the_day_after() {
        WorldEntry some = entry(
                "steering-committee-held", "[2023-01-01..2023-01-03]", "\"meeting\": \"copil\", \"level\": \"local\"");

        assertThat(of(some).on("2022-12-31")).isEmpty();
        assertThat(of(some).on("2023-01-01")).containsExactly("copil possible");
        assertThat(of(some).on("2023-01-03")).containsExactly("copil possible");
        assertThat(of(some).on("2023-01-04")).isEmpty();
    }

    @Test
    void a_meeting_told_twice_was_held_once() {
        WorldEntry year = entry("steering-committee-held", "2023", "\"meeting\": \"copil\", \"level\": \"local\"");
        WorldEntry day = entry("steering-committee-held", "2023-01-26", "\"meeting\": \"copil\", \"level\": \"local\"");

        assertThat(of(year, day).on("2023-01-26")).containsExactly("copil certain");
        assertThat(of(year, day).on("2023-06-01")).isEmpty();
    }

    @Test
    void an_ending_for_a_period_ends_on_its_first_day() {
        assertThat(of(granted("2020-01-01", 1000), withdrawn("2021-01-01/2021-12-31"))
                        .on("2021-01-01"))
                .isEmpty();
    }

    @Test
    void entries_that_cannot_all_be_true_answer_nothing() {
        var never = of(withdrawn("2020-01-01"), granted("2021-01-01", 1000));

        assertThat(never.hasReading()).isFalse();
        assertThat(never.on("2022-01-01")).isEmpty();
        assertThat(never.isHeldForCertain("2022-01-01")).isFalse();
    }

    @Test
    void a_sum_is_told_from_all_that_may_be_held() {
        var perhaps = of(granted("2020", 1000), amountChanged("2020/2020", 2000));

        assertThat(perhaps.outcomes("2020-06-01")).containsExactlyInAnyOrder("1000", "2000", "none");
        assertThat(perhaps.outcomes("2021-01-01")).containsExactly("none");
    }

    private static Answers of(WorldEntry... entries) {
        List<Recorded> recorded = recorded(List.of(entries));
        return new Answers(NaiveRegister.of(recorded), Said.subject((WorldEntry)
                recorded.getFirst().entry()));
    }

    /** What is held, each value by the word that tells it. */
    private record Answers(NaiveRegister register, Subject subject) {
        List<String> on(String day) {
            return values(day).entrySet().stream()
                    .map(value -> word(value.getKey()) + " " + value.getValue().code())
                    .sorted()
                    .toList();
        }

        Map<Map<String, Object>, Certainty> values(String day) {
            return register.values(subject, LocalDate.parse(day));
        }

        List<String> outcomes(String day) {
            return readings(day).outcomes(LocalDate.parse(day)).stream()
                    .map(value -> value.map(Answers::word).orElse("none"))
                    .toList();
        }

        boolean isHeldForCertain(String day) {
            return register.isHeldForCertain(subject, LocalDate.parse(day));
        }

        boolean hasReading() {
            return readings("2020-01-01").hasReading();
        }

        private NaiveReadings readings(String day) {
            return register.readings(subject, List.of(LocalDate.parse(day)));
        }

        private static String word(Map<String, Object> value) {
            return Stream.of(
                            "/amount/value",
                            "/stance",
                            "/worksite/id",
                            "/person/id",
                            "/carrier/id",
                            "/position/id",
                            "/meeting/id")
                    .map(EntryJson.nameless(value)::at)
                    .filter(node -> !node.isMissingNode())
                    .findFirst()
                    .orElseThrow()
                    .stringValue();
        }
    }
}
