package fr.jalon.events.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of a timeline, one by one; a span reads {@code value possible | certain}, ranges half-open. */
class TimelineTest {
    @Test
    void a_value_begun_on_a_known_day_is_certain_from_that_day_on() {
        assertThat(carriers("adpei 2019-05-01")).containsExactly("adpei 2019-05-01.. | 2019-05-01..");
    }

    @Test
    void a_value_begun_on_one_day_of_a_window_is_possible_within_it_and_certain_from_its_last_day_on() {
        assertThat(carriers("adpei 2019")).containsExactly("adpei 2019-01-01.. | 2019-12-31..");
    }

    @Test
    void a_value_begun_nobody_knows_when_before_a_day_is_possible_since_ever() {
        assertThat(carriers("adpei [..2019]")).containsExactly("adpei .. | 2019-12-31..");
    }

    @Test
    void a_value_begun_nobody_knows_when_after_a_day_is_never_certain() {
        assertThat(carriers("adpei [2019..]")).containsExactly("adpei 2019-01-01.. | never");
    }

    /** Told in no reading, so that one more costs no more than the one before. */
    @Test
    void of_a_thousand_that_overlap_each_is_possible_and_none_is_certain() {
        String[] many = IntStream.range(0, 1000)
                .mapToObj(number -> "carrier-" + number + " 2023")
                .toArray(String[]::new);

        assertThat(carriers(many))
                .hasSize(many.length)
                .allMatch(span -> span.endsWith(" 2023-01-01.. | never"), "possible for ever, never certain");
    }

    @Test
    void a_value_may_last_until_the_last_day_on_which_the_next_may_begin() {
        assertThat(carriers("adpei 2019", "hpf 2023"))
                .containsExactly(
                        "adpei 2019-01-01..2023-12-31 | 2019-12-31..2023-01-01", "hpf 2023-01-01.. | 2023-12-31..");
    }

    @Test
    void where_nobody_knows_which_came_last_both_are_possible_for_ever() {
        assertThat(carriers("adpei [2019..]", "hpf 2023-06"))
                .containsExactly("adpei 2019-01-01.. | never", "hpf 2023-06-01.. | never");
        assertThat(carriers("adpei 2023", "hpf 2023-06-15"))
                .containsExactly(
                        "adpei 2023-01-01..2023-06-15 | never",
                        "hpf 2023-06-15.. | 2023-06-15..2023-06-16",
                        "adpei 2023-06-16.. | never");
    }

    @Test
    void on_one_day_entries_follow_each_other_as_they_were_recorded() {
        assertThat(carriers("hpf 2023-05-01", "adpei 2023-05-01")).containsExactly("adpei 2023-05-01.. | 2023-05-01..");
        assertThat(carriers("hpf 2023", "adpei 2019"))
                .containsExactly(
                        "adpei 2019-01-01..2023-12-31 | 2019-12-31..2023-01-01", "hpf 2023-01-01.. | 2023-12-31..");
    }

    @Test
    void a_subject_is_held_for_certain_where_each_single_value_is_only_possible() {
        Timeline timeline = timeline(carrier("adpei", "2019"), carrier("hpf", "2023"));

        assertThat(timeline.isHeld(LocalDate.of(2019, 12, 30))).isFalse();
        assertThat(timeline.isHeld(LocalDate.of(2019, 12, 31))).isTrue();
        assertThat(timeline.isHeld(LocalDate.of(2023, 6, 1))).isTrue();
    }

    @Test
    void a_value_that_may_have_come_back_is_told_from_the_day_on_which_it_may_have() {
        List<Span> spans =
                spans(carrier("adpei", "2020-01-01"), carrier("hpf", "2023"), carrier("adpei", "2023-06-15"));

        assertThat(shown(spans, "carrier"))
                .containsExactly(
                        "adpei 2020-01-01..2023-06-15 | 2020-01-01..2023-01-01",
                        "hpf 2023-01-01..2023-06-15 | never",
                        "adpei 2023-06-15..2023-12-31 | 2023-06-15..2023-06-16",
                        "hpf 2023-06-16.. | never",
                        "adpei 2023-12-31.. | never");
        assertThat(spans.stream().map(span -> span.since() + " to " + span.until()))
                .containsExactly(
                        "2020-01-01 to 2023",
                        "2023 to null",
                        "2020-01-01 to null",
                        "2023 to null",
                        "2023-06-15 to null");
    }

    @Test
    void an_entry_that_repeats_the_value_confirms_it_and_changes_nothing() {
        List<Span> spans = spans(carrier("adpei", "2019"), carrier("adpei", "2020-06-01"), carrier("hpf", "2023"));

        assertThat(shown(spans, "carrier"))
                .containsExactly(
                        "adpei 2019-01-01..2023-12-31 | 2019-12-31..2023-01-01", "hpf 2023-01-01.. | 2023-12-31..");
        assertThat(spans.getFirst().entries()).containsExactly(id(1), id(2));
        assertThat(spans.getFirst().since()).isEqualTo("2019");
        assertThat(spans.getFirst().until()).isEqualTo("2023");
    }

    @Test
    void a_period_ends_the_day_after_its_last_day() {
        assertThat(carriers("adpei 2019-01-01/2019-03-31"))
                .containsExactly("adpei 2019-01-01..2019-04-01 | 2019-01-01..2019-04-01");
        assertThat(carriers("adpei 2019-01-01/2019"))
                .containsExactly("adpei 2019-01-01..2020-01-01 | 2019-01-01..2019-01-02");
    }

    @Test
    void a_period_of_some_months_ends_that_many_months_after_its_window() {
        assertThat(carriers("adpei [2023-01-01..2023-02-22]/P6M"))
                .containsExactly("adpei 2023-01-01..2023-08-22 | 2023-02-22..2023-07-01");
    }

    @Test
    void an_open_period_does_not_end() {
        assertThat(carriers("adpei 2019-01-01/..")).containsExactly("adpei 2019-01-01.. | 2019-01-01..");
    }

    @Test
    void a_periods_end_does_not_count_where_another_entry_took_over_before_it() {
        assertThat(carriers("adpei 2019-01-01/2019-12-31", "hpf 2019-07-01"))
                .containsExactly(
                        "adpei 2019-01-01..2019-07-01 | 2019-01-01..2019-07-01", "hpf 2019-07-01.. | 2019-07-01..");
    }

    @Test
    void an_end_that_was_overtaken_itself_takes_nothing_over() {
        List<Span> spans = spans(
                entry("funding-granted", "2020-01-01/2021-12-31", "\"funding\": \"f\", \"funder\": \"mel\""),
                entry("funding-renewed", "2021-07-01/2023-12-31", "\"funding\": \"f\""));

        assertThat(shown(spans, "funder")).containsExactly("mel 2020-01-01..2024-01-01 | 2020-01-01..2024-01-01");
    }

    @Test
    void a_change_carries_on_what_it_does_not_say() {
        List<Span> spans = spans(
                entry("team-member-joined", "2022-01-01", "\"position\": \"p\", \"role\": \"psychologue\""),
                entry("team-contract-changed", "2023-01-01", "\"position\": \"p\", \"contract\": \"permanent\""));

        assertThat(spans.getLast().value()).hasToString("{position=p, role=psychologue, contract=PERMANENT}");
        assertThat(spans.getLast().entries()).containsExactly(id(1), id(2));
    }

    @Test
    void a_renewal_after_the_period_is_over_keeps_the_funder() {
        List<Span> spans = spans(
                entry("funding-granted", "2022-01-01/2022-06-30", "\"funding\": \"f\", \"funder\": \"mel\""),
                entry("funding-renewed", "2023-01-01", "\"funding\": \"f\""));

        assertThat(shown(spans, "funder"))
                .containsExactly(
                        "mel 2022-01-01..2022-07-01 | 2022-01-01..2022-07-01", "mel 2023-01-01.. | 2023-01-01..");
        assertThat(spans.getLast().entries()).containsExactly(id(1), id(2));
    }

    @Test
    void what_ended_cannot_be_changed_and_then_nothing_is_certain() {
        Timeline timeline = timeline(
                entry("funding-granted", "2022-01-01", "\"funding\": \"f\", \"funder\": \"mel\""),
                entry("funding-withdrawn", "2022-06-30", "\"funding\": \"f\""),
                entry("funding-renewed", "2023-01-01", "\"funding\": \"f\""));

        assertThat(timeline.hasReading()).isFalse();
        assertThat(timeline.isHeld(LocalDate.of(2023, 6, 1))).isFalse();
    }

    @Test
    void where_more_overlap_than_are_told_apart_all_is_possible_and_nothing_certain_until_days_are_exact_again() {
        Told[] many = new Told[18];
        Arrays.setAll(many, i -> carrier("carrier-" + i, i < 17 ? "2020" : "2022-03-01"));

        assertThat(timeline(Arrays.copyOf(many, 16)).isTold()).isTrue();
        Timeline timeline = timeline(many);
        assertThat(timeline.isTold()).isFalse();
        assertThat(timeline.hasReading()).isTrue();
        assertThat(shown(timeline.spans(Set.of()), "carrier"))
                .hasSize(18)
                .contains("carrier-3 2020-01-01..2022-03-01 | never", "carrier-17 2022-03-01.. | 2022-03-01..");
        assertThat(timeline.isHeld(LocalDate.of(2021, 6, 1))).isFalse();
        assertThat(timeline.isHeld(LocalDate.of(2022, 6, 1))).isTrue();
    }

    @Test
    void a_change_carries_the_end_on_and_a_renewal_takes_it_away() {
        assertThat(shown(
                        spans(
                                entry("funding-granted", "2023-01-01/2024-12-31", "\"funding\": \"f\""),
                                entry(
                                        "funding-amount-changed",
                                        "2024-03-01",
                                        "\"funding\": \"f\", \"direction\": \"increased\"")),
                        "funding"))
                .containsExactly("f 2023-01-01..2025-01-01 | 2023-01-01..2025-01-01");
        assertThat(shown(
                        spans(
                                entry("funding-granted", "2023-01-01/2024-12-31", "\"funding\": \"f\""),
                                entry("funding-renewed", "2024-03-01", "\"funding\": \"f\"")),
                        "funding"))
                .containsExactly("f 2023-01-01.. | 2023-01-01..");
    }

    @Test
    void who_confirms_by_a_period_may_only_put_the_end_off() {
        assertThat(carriers("adpei 2020-01-01/2024-12-31", "adpei 2021/2021"))
                .containsExactly("adpei 2020-01-01..2025-01-01 | 2020-01-01..2025-01-01");
        assertThat(carriers("adpei 2020-01-01/2020-12-31", "adpei 2020-06-01/2021-03-31"))
                .containsExactly("adpei 2020-01-01..2021-04-01 | 2020-01-01..2021-04-01");
        assertThat(carriers("adpei 2020-01-01/2020-12-31", "adpei 2020-06-01/.."))
                .containsExactly("adpei 2020-01-01.. | 2020-01-01..");
        assertThat(carriers("adpei 2020-01-01", "adpei 2020-06-01/2020-12-31"))
                .containsExactly("adpei 2020-01-01.. | 2020-01-01..");
    }

    @Test
    void the_last_day_of_a_length_is_the_last_one_inside() {
        assertThat(spans(carrier("adpei", "2023-01-01/P1M")).getFirst().until()).isEqualTo("2023-01-31");
        assertThat(spans(carrier("adpei", "[2023-01-01..2023-01-10]/P1M"))
                        .getFirst()
                        .until())
                .isEqualTo("[2023-01-31..2023-02-09]");
        assertThat(spans(carrier("adpei", "2023-01-01/2023-01")).getFirst().until())
                .isEqualTo("2023-01");
    }

    @Test
    void an_amount_that_changed_to_no_one_knows_what_is_no_longer_known() {
        List<Span> spans = spans(
                entry("funding-granted", "2022", """
                        "funding": "f", "amount": {"value": "12000", "currency": "EUR"}"""),
                entry("funding-amount-changed", "2023", "\"funding\": \"f\", \"direction\": \"increased\""));

        assertThat(spans.getFirst().value()).containsKey("amount");
        assertThat(spans.getLast().value()).doesNotContainKeys("direction", "amount");
    }

    @Test
    void an_ending_entry_ends_at_the_start_of_its_period() {
        List<Span> spans = spans(
                entry("programme-launched", "2020-01-01", "\"programme\": \"phc\""),
                entry("programme-ended", "2021-01-01/2021-12-31", "\"programme\": \"phc\""));

        assertThat(shown(spans, "programme")).containsExactly("phc 2020-01-01..2021-01-01 | 2020-01-01..2021-01-01");
    }

    @Test
    void an_end_without_a_beginning_is_nothing() {
        assertThat(spans(entry("programme-ended", "2021", "\"programme\": \"phc\"")))
                .isEmpty();
    }

    @Test
    void a_meeting_holds_on_its_day_or_days_only() {
        String copil = "\"meeting\": \"copil\", \"level\": \"local\"";

        assertThat(shown(spans(entry("steering-committee-held", "2023-01-26", copil)), "meeting"))
                .containsExactly("copil 2023-01-26..2023-01-27 | 2023-01-26..2023-01-27");
        assertThat(shown(spans(entry("steering-committee-held", "2023-01-26/2023-01-28", copil)), "meeting"))
                .containsExactly("copil 2023-01-26..2023-01-29 | 2023-01-26..2023-01-29");
        assertThat(shown(spans(entry("steering-committee-held", "2023-01", copil)), "meeting"))
                .containsExactly("copil 2023-01-01..2023-02-01 | never");
    }

    @Test
    void a_name_does_not_make_another_value() {
        Told named = entry("coordination-carrier-changed", "2020", """
                "carrier": {"id": "adpei", "name": "ADPEI"}""");

        assertThat(spans(carrier("adpei", "2019"), named)).hasSize(1);
    }

    @Test
    void a_value_is_contested_where_one_of_its_entries_is() {
        Timeline timeline = timeline(carrier("adpei", "2019"), carrier("adpei", "2020"), carrier("hpf", "2023"));

        assertThat(timeline.spans(Set.of(id(2))).stream().map(Span::contested)).containsExactly(true, false);
    }

    @Test
    void a_lapse_that_an_entry_had_overtaken_counts_again_without_that_entry() {
        Told given = carrier("adpei", "2019/2020");
        WorldEntry between = carrier("hpf", "2020-06").as(2);
        Transition overtaking =
                Objects.requireNonNull(Meaning.transition(between, EntryJson.attributes(between), 2, null));

        Timeline timeline = timeline(given).with(overtaking).without(overtaking);

        assertThat(timeline.spans(Set.of())).isEqualTo(spans(given));
    }

    /** Carriers of the coordination, each as {@code id date}, in recorded order. */
    private static List<String> carriers(String... changes) {
        Told[] entries = Arrays.stream(changes)
                .map(change ->
                        carrier(change.substring(0, change.indexOf(' ')), change.substring(change.indexOf(' ') + 1)))
                .toArray(Told[]::new);
        return shown(spans(entries), "carrier");
    }

    private static List<String> shown(List<Span> spans, String attribute) {
        return spans.stream()
                .map(span -> span.value().get(attribute) + " " + days(span.possible()) + " | " + days(span.certain()))
                .toList();
    }

    private static String days(@Nullable DayRange range) {
        return range == null ? "never" : day(range.from()) + ".." + day(range.to());
    }

    private static String day(LocalDate day) {
        return Days.isBounded(day) ? day.toString() : "";
    }

    private static List<Span> spans(Told... entries) {
        return timeline(entries).spans(Set.of());
    }

    /** The entries, numbered from 1 in recorded order. */
    private static Timeline timeline(Told... entries) {
        Timeline timeline = Timeline.EMPTY;
        for (int number = 1; number <= entries.length; number++) {
            WorldEntry entry = entries[number - 1].as(number);
            timeline = timeline.with(
                    Objects.requireNonNull(Meaning.transition(entry, EntryJson.attributes(entry), number, null)));
        }
        return timeline;
    }

    private static Told carrier(String id, String effective) {
        return entry("coordination-carrier-changed", effective, "\"carrier\": \"" + id + "\"");
    }

    private static Told entry(String type, String effective, String attributes) {
        return new Told(type, effective, attributes);
    }

    private record Told(String type, String effective, String attributes) {
        WorldEntry as(int number) {
            return (WorldEntry) EntryJson.read("""
                    {"entryId": "%s", "territory": "marseille", "type": "%s", "effective": "%s", %s}""".formatted(id(number), type, effective, attributes));
        }
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
