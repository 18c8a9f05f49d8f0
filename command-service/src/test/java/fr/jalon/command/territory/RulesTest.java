package fr.jalon.command.territory;

import static fr.jalon.command.territory.RefusalCode.ALREADY_BEGUN;
import static fr.jalon.command.territory.RefusalCode.CARRIER_UNCHANGED;
import static fr.jalon.command.territory.RefusalCode.EFFECTIVE_IN_FUTURE;
import static fr.jalon.command.territory.RefusalCode.KEPT_BY_THE_REGISTER;
import static fr.jalon.command.territory.RefusalCode.MEETING_WITHOUT_END;
import static fr.jalon.command.territory.RefusalCode.NOTHING_CORRECTED;
import static fr.jalon.command.territory.RefusalCode.NOT_A_REFINEMENT;
import static fr.jalon.command.territory.RefusalCode.NOT_BEGUN;
import static fr.jalon.command.territory.RefusalCode.NOT_THE_COORDINATOR;
import static fr.jalon.command.territory.RefusalCode.NOT_WHAT_WAS_ANNOUNCED;
import static fr.jalon.command.territory.RefusalCode.OPENING_ENTRY_STAYS;
import static fr.jalon.command.territory.RefusalCode.TARGET_ABANDONED;
import static fr.jalon.command.territory.RefusalCode.TARGET_FULFILLED;
import static fr.jalon.command.territory.RefusalCode.TARGET_NOT_ANNOUNCED;
import static fr.jalon.command.territory.RefusalCode.TARGET_NOT_CORRECTABLE;
import static fr.jalon.command.territory.RefusalCode.TARGET_NOT_RETRACTABLE;
import static fr.jalon.command.territory.RefusalCode.TARGET_RETRACTED;
import static fr.jalon.command.territory.RefusalCode.TARGET_UNKNOWN;
import static fr.jalon.command.territory.RefusalCode.TERRITORY_ALREADY_OPENED;
import static fr.jalon.command.territory.Scenario.given;
import static fr.jalon.command.territory.Scenario.nothing;
import static fr.jalon.events.Entries.abandoned;
import static fr.jalon.events.Entries.contested;
import static fr.jalon.events.Entries.corrected;
import static fr.jalon.events.Entries.entry;
import static fr.jalon.events.Entries.planned;
import static fr.jalon.events.Entries.refined;
import static fr.jalon.events.Entries.retracted;

import fr.jalon.events.entry.Entry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    @Test
    void a_register_begins_with_the_opening_of_its_territory() {
        nothing().recording(opened(1)).thenAccepted();
        nothing().recording(granted(1, "2022")).then(new Decision.NotOpened("lille"));
    }

    @Test
    void a_territory_is_opened_once() {
        given().recording(opened(1)).thenRefused(TERRITORY_ALREADY_OPENED, "/type", -1);
    }

    @Test
    void the_same_entry_again_is_answered_as_before() {
        given(granted(1, "2022"))
                .recording(granted(1, "2022"))
                .then(new Decision.AlreadyRecorded(2, Instant.EPOCH.plusSeconds(1)));
    }

    @Test
    void an_id_belongs_to_one_entry() {
        given(granted(1, "2022")).recording(granted(1, "2021")).then(new Decision.IdTaken(2));
    }

    @Test
    void an_author_who_read_an_older_register_is_told_so() {
        given(granted(1, "2022"))
                .deciding(new RecordEntry(renewed(2, "2023"), 1L, Scenario.TODAY))
                .then(new Decision.Stale(2));
        given(granted(1, "2022"))
                .deciding(new RecordEntry(renewed(2, "2023"), 2L, Scenario.TODAY))
                .thenAccepted();
    }

    @Test
    void nothing_actual_takes_effect_after_today() {
        given().recording(granted(1, "2024-06-16")).thenRefused(EFFECTIVE_IN_FUTURE, "/effective", -1);
        given().recording(granted(1, "2024-06-15")).thenAccepted();
        given().recording(granted(1, "2024")).thenAccepted();
        given().recording(planned(1, "funding-granted", "2025", "funding: f")).thenAccepted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            programme-launched             | programme: phc
            worksite-joined-programme      | worksite: w, programme: phc
            team-member-joined             | position: p
            recruitment-opened             | recruitment: r
            funding-granted                | funding: f
            funding-gap-reported           | gap: g
            policy-inscription-recorded    | policy: p
            partnership-engaged            | partner: p, topic: housing
            project-launched               | project: p
            study-launched                 | study: s
            watchpoint-raised              | watchpoint: w, kind: risk
            """)
    void what_has_certainly_begun_does_not_begin_again(String type, String attributes) {
        given(entry(1, type, "2022-03-01", attributes))
                .recording(entry(2, type, "2023-01-01", attributes))
                .thenRefused(ALREADY_BEGUN, "/effective", 1);
        given(entry(1, type, "2022-03-01", attributes))
                .recording(entry(2, type, "2022-03-01", attributes))
                .thenRefused(ALREADY_BEGUN, "/effective", 1);
        given(entry(1, type, "2022-03-01", attributes))
                .recording(entry(2, type, "2021-01-01", attributes))
                .thenAccepted();
        given(entry(1, type, "2022", attributes))
                .recording(entry(2, type, "2022-06", attributes))
                .thenAccepted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            programme-launched          | programme: phc              | programme-ended                 | programme: phc
            programme-launched          | programme: phc              | programme-phase-changed         | programme: phc, phase: deployment
            worksite-joined-programme   | worksite: w, programme: phc | worksite-withdrew-from-programme | worksite: w, programme: phc
            coordinator-appointed       | person: p                   | coordinator-left                | person: p
            team-member-joined          | position: p                 | team-member-left                | position: p
            team-member-joined          | position: p                 | team-contract-changed           | position: p, contract: permanent
            recruitment-opened          | recruitment: r              | recruitment-closed              | recruitment: r
            funding-granted             | funding: f                  | funding-renewed                 | funding: f
            funding-granted             | funding: f                  | funding-amount-changed          | funding: f, direction: increased
            funding-granted             | funding: f                  | funding-withdrawn               | funding: f
            funding-gap-reported        | gap: g                      | funding-gap-closed              | gap: g
            policy-inscription-recorded | policy: p                   | policy-inscription-ended        | policy: p
            partnership-engaged         | partner: p, topic: housing  | partnership-ended               | partner: p, topic: housing
            project-launched            | project: p                  | project-ended                   | project: p
            study-launched              | study: s                    | study-concluded                 | study: s
            watchpoint-raised           | watchpoint: w, kind: risk   | watchpoint-resolved             | watchpoint: w
            """)
    void only_what_began_goes_on_changes_or_ends(String begins, String begun, String follows, String attributes) {
        given().recording(entry(2, follows, "2023", attributes)).thenRefused(NOT_BEGUN, "/effective", -1);
        given(entry(1, begins, "2022", begun))
                .recording(entry(2, follows, "2023", attributes))
                .thenAccepted();
        given(entry(1, begins, "2022", begun))
                .recording(entry(2, follows, "2022", attributes))
                .thenAccepted();
        given(entry(1, begins, "2022", begun))
                .recording(entry(2, follows, "2021", attributes))
                .thenRefused(NOT_BEGUN, "/effective", -1);
        given(entry(1, begins, "2022", begun), entry(2, follows, "2023", attributes))
                .recording(retracted(3, 1))
                .thenRefused(NOT_BEGUN, "", 2);
    }

    @Test
    void what_has_ended_may_begin_again() {
        given(granted(1, "2020"), withdrawn(2, "2021"))
                .recording(granted(3, "2022"))
                .thenAccepted();
    }

    @Test
    void a_withdrawn_funding_is_not_renewed() {
        given(granted(1, "2022"), withdrawn(2, "2023-01-01"))
                .recording(renewed(3, "2023-06-01"))
                .thenRefused(NOT_BEGUN, "/effective", 2);
    }

    @Test
    void a_back_dated_withdrawal_is_refused_and_names_the_renewal_it_breaks() {
        given(granted(1, "2022-01-01"), renewed(2, "2023-06-01"))
                .recording(withdrawn(3, "2023-01-01"))
                .thenRefused(NOT_BEGUN, "", 2);
    }

    @Test
    void a_funding_whose_period_is_over_is_renewed_all_the_same() {
        given(granted(1, "2022/2022")).recording(renewed(2, "2023/2023")).thenAccepted();
        given(granted(1, "2022/2022"), renewed(2, "2023/2023"))
                .recording(renewed(3, "2024"))
                .thenAccepted();
    }

    @Test
    void a_funding_whose_period_is_over_may_be_granted_anew() {
        given(granted(1, "2021-01-01/2021-12-31")).recording(granted(2, "2023")).thenAccepted();
    }

    @Test
    void a_new_carrier_differs_from_the_one_it_follows() {
        given(carrier(1, "2020", "adpei"))
                .recording(carrier(2, "2022", "adpei"))
                .thenRefused(CARRIER_UNCHANGED, "/carrier", 1);
        given(carrier(1, "2020", "adpei")).recording(carrier(2, "2022", "hpf")).thenAccepted();
    }

    @Test
    void a_carrier_that_may_differ_from_the_one_it_follows_is_news() {
        given(carrier(1, "2019", "adpei"), carrier(2, "2022", "hpf"))
                .recording(carrier(3, "2022-06", "adpei"))
                .thenAccepted();
        given(carrier(1, "2019", "adpei"), carrier(2, "2022", "hpf"))
                .recording(carrier(3, "2023", "hpf"))
                .thenRefused(CARRIER_UNCHANGED, "/carrier", 2);
    }

    @Test
    void a_withdrawal_in_the_year_of_the_grant_is_accepted_as_nobody_knows_the_days() {
        given(granted(1, "2022-03-15")).recording(withdrawn(2, "2022")).thenAccepted();
        given(granted(1, "2022-03-15")).recording(withdrawn(2, "2022-03-14")).thenRefused(NOT_BEGUN, "/effective", -1);
    }

    @Test
    void a_coordinator_leaves_who_may_still_have_been_in_office() {
        given(
                        entry(1, "coordinator-appointed", "2020", "person: claire"),
                        entry(2, "coordinator-appointed", "2023", "person: paul"))
                .recording(entry(3, "coordinator-left", "2023-06", "person: claire"))
                .thenAccepted();
        given(
                        entry(1, "coordinator-appointed", "2020", "person: claire"),
                        entry(2, "coordinator-appointed", "2023", "person: paul"))
                .recording(entry(3, "coordinator-left", "2024-01", "person: claire"))
                .thenRefused(NOT_THE_COORDINATOR, "/person", 2);
    }

    @Test
    void a_back_dated_appointment_is_refused_and_names_who_then_could_not_have_left() {
        given(
                        entry(1, "coordinator-appointed", "2020", "person: claire"),
                        entry(2, "coordinator-left", "2023", "person: claire"))
                .recording(entry(3, "coordinator-appointed", "2022", "person: paul"))
                .thenRefused(NOT_THE_COORDINATOR, "", 2);
    }

    @Test
    void what_is_held_for_certain_is_so_whatever_may_have_changed_it_meanwhile() {
        given(granted(1, "2020-01-01"), entry(2, "funding-amount-changed", "2021", "funding: f, direction: increased"))
                .recording(granted(3, "2021-06-01"))
                .thenRefused(ALREADY_BEGUN, "/effective", 1);
    }

    @Test
    void what_could_not_be_read_before_is_not_held_against_a_new_entry() {
        given(renewed(1, "2022")).recording(renewed(2, "2023")).thenAccepted();
        given(renewed(1, "2022")).recording(granted(2, "2021")).thenAccepted();
    }

    @Test
    void all_that_would_lose_its_ground_is_named() {
        given(granted(1, "2020"), renewed(2, "2021"), withdrawn(3, "2022"))
                .recording(retracted(4, 1))
                .thenRefused(NOT_BEGUN, "", 2, 3);
    }

    @Test
    void the_coordinator_who_leaves_is_the_one_in_office() {
        given(entry(1, "coordinator-appointed", "2020", "person: claire"))
                .recording(entry(2, "coordinator-left", "2022", "person: paul"))
                .thenRefused(NOT_THE_COORDINATOR, "/person", 1);
    }

    @Test
    void a_correction_that_leaves_a_later_entry_without_ground_is_refused_and_names_it() {
        given(granted(1, "2022"), renewed(2, "2023"))
                .recording(corrected(3, 1, granted(1, "2024")))
                .thenRefused(NOT_BEGUN, "", 2);
        given(granted(1, "2022"), renewed(2, "2023"))
                .recording(corrected(3, 1, granted(1, "2021")))
                .thenAccepted();
    }

    @Test
    void a_correction_keeps_the_rules_itself() {
        given(granted(1, "2022"), withdrawn(2, "2023"))
                .recording(corrected(3, 2, withdrawn(2, "2021")))
                .thenRefused(NOT_BEGUN, "/entry/effective", -1);
        given(granted(1, "2022"))
                .recording(corrected(3, 1, granted(1, "2025")))
                .thenRefused(EFFECTIVE_IN_FUTURE, "/entry/effective", -1);
        given(granted(1, "2022"))
                .recording(corrected(3, 1, granted(1, "2022")))
                .thenRefused(NOTHING_CORRECTED, "/entry", 1);
    }

    @Test
    void the_opening_entry_stays() {
        given().recording(retracted(1, 0)).thenRefused(OPENING_ENTRY_STAYS, "/target", 0);
        given().recording(corrected(1, 0, granted(0, "2022"))).thenRefused(OPENING_ENTRY_STAYS, "/entry/type", 0);
        given().recording(corrected(1, 0, entry(0, "territory-opened", "2014", "name: Lille, kind: metropole")))
                .thenAccepted();
    }

    @Test
    void remarks_speak_of_entries_the_register_holds() {
        given().recording(retracted(1, 9)).thenRefused(TARGET_UNKNOWN, "/target", 9);
        given(granted(1, "2022"), retracted(2, 1))
                .recording(retracted(3, 1))
                .thenRefused(TARGET_RETRACTED, "/target", 1);
        given(granted(1, "2022"), retracted(2, 1))
                .recording(contested(3, 1))
                .thenRefused(TARGET_RETRACTED, "/target", 1);
        given(granted(1, "2022"), contested(2, 1))
                .recording(contested(3, 2))
                .thenRefused(TARGET_NOT_CORRECTABLE, "/target", 2);
        given(granted(1, "2022"), retracted(2, 1))
                .recording(retracted(3, 2))
                .thenRefused(TARGET_NOT_RETRACTABLE, "/target", 2);
    }

    @Test
    void a_correction_or_a_contest_can_be_taken_back_once() {
        given(granted(1, "2022"), contested(2, 1)).recording(retracted(3, 2)).thenAccepted();
        given(granted(1, "2022"), contested(2, 1), retracted(3, 2))
                .recording(retracted(4, 2))
                .thenRefused(TARGET_RETRACTED, "/target", 2);
    }

    @Test
    void what_fulfils_an_announcement_names_one_that_stands() {
        Entry announced = planned(1, "funding-granted", "2023", "funding: f");
        given(announced)
                .recording(entry(2, "funding-granted", "2023", "funding: f, fulfils: 1"))
                .thenAccepted();
        given().recording(entry(2, "funding-granted", "2023", "funding: f, fulfils: 1"))
                .thenRefused(TARGET_UNKNOWN, "/fulfils", 1);
        given(announced, abandoned(3, 1, "2024"))
                .recording(entry(2, "funding-granted", "2023", "funding: f, fulfils: 1"))
                .thenRefused(TARGET_ABANDONED, "/fulfils", 1);
        given(granted(1, "2022"))
                .recording(entry(2, "funding-renewed", "2023", "funding: f, fulfils: 1"))
                .thenRefused(TARGET_NOT_ANNOUNCED, "/fulfils", 1);
    }

    @Test
    void a_retracted_announcement_is_neither_fulfilled_nor_abandoned() {
        Entry announced = planned(1, "funding-granted", "2023", "funding: f");
        given(announced, retracted(2, 1))
                .recording(entry(3, "funding-granted", "2023", "funding: f, fulfils: 1"))
                .thenRefused(TARGET_RETRACTED, "/fulfils", 1);
        given(announced, retracted(2, 1))
                .recording(abandoned(3, 1, "2024"))
                .thenRefused(TARGET_RETRACTED, "/target", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            funding-granted           | funding: f                  | funding-granted           | funding: g
            funding-granted           | funding: f                  | worksite-joined-programme | worksite: f, programme: phc
            worksite-joined-programme | worksite: w, programme: phc | worksite-joined-programme | worksite: w, programme: convergence
            recruitment-opened        | recruitment: r              | team-member-joined        | position: r
            """)
    void what_comes_true_is_of_the_subject_that_was_announced(
            String type, String announced, String otherType, String other) {
        given(planned(1, type, "2023", announced))
                .recording(entry(2, otherType, "2023", other + ", fulfils: 1"))
                .thenRefused(NOT_WHAT_WAS_ANNOUNCED, "/fulfils", 1);
        given(planned(1, type, "2023", announced), entry(2, otherType, "2023", other))
                .recording(corrected(3, 2, entry(2, otherType, "2023", other + ", fulfils: 1")))
                .thenRefused(NOT_WHAT_WAS_ANNOUNCED, "/entry/fulfils", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            funding-renewed         | funding: f                        | funding-granted       | funding: f
            funding-granted         | funding: f                        | funding-granted       | funding: f, amount: 5000
            coordinator-appointed   | person: coordinator-2023          | coordinator-appointed | person: claire
            programme-phase-changed | programme: phc, phase: deployment | programme-launched    | programme: phc
            """)
    void an_announcement_comes_true_by_an_entry_of_its_subject(String type, String announced, String by, String come) {
        given(planned(1, type, "2023", announced))
                .recording(entry(2, by, "2023", come + ", fulfils: 1"))
                .thenAccepted();
    }

    @Test
    void an_announced_end_comes_true_by_an_end_and_nothing_else_does() {
        Entry ending = planned(2, "funding-withdrawn", "2023", "funding: f");
        given(granted(1, "2022"), ending)
                .recording(entry(3, "funding-withdrawn", "2023", "funding: f, fulfils: 2"))
                .thenAccepted();
        given(granted(1, "2022"), ending)
                .recording(entry(3, "funding-renewed", "2023", "funding: f, fulfils: 2"))
                .thenRefused(NOT_WHAT_WAS_ANNOUNCED, "/fulfils", 2);
        given(granted(1, "2022"), planned(2, "funding-renewed", "2023", "funding: f"))
                .recording(entry(3, "funding-withdrawn", "2023", "funding: f, fulfils: 2"))
                .thenRefused(NOT_WHAT_WAS_ANNOUNCED, "/fulfils", 2);
    }

    @Test
    void no_entry_fulfils_itself() {
        given(planned(1, "funding-granted", "2023", "funding: f"))
                .recording(corrected(2, 1, entry(1, "funding-granted", "2023", "funding: f, fulfils: 1")))
                .thenRefused(NOT_WHAT_WAS_ANNOUNCED, "/entry/fulfils", 1);
    }

    @Test
    void an_announcement_stays_as_it_is_while_others_fulfil_it() {
        Entry announced = planned(1, "funding-granted", "2023", "funding: f");
        Entry first = entry(2, "funding-granted", "2023-02", "funding: f, fulfils: 1");
        Entry second = entry(3, "funding-renewed", "2023-12", "funding: f, fulfils: 1");
        given(announced, first, second).recording(retracted(4, 1)).thenRefusedFor(TARGET_FULFILLED, 2, 3);
        given(announced, first, second).recording(abandoned(4, 1, "2024-01")).thenRefusedFor(TARGET_FULFILLED, 2, 3);
        given(announced, first, second)
                .recording(corrected(4, 1, planned(1, "funding-granted", "2024", "funding: f")))
                .thenRefusedFor(TARGET_FULFILLED, 2, 3);
        given(announced, first).recording(contested(4, 1)).thenAccepted();
        given(announced, first, contested(4, 1)).recording(retracted(5, 4)).thenAccepted();
    }

    @Test
    void an_announcement_is_free_again_once_nothing_fulfils_it() {
        Entry announced = planned(1, "funding-granted", "2023", "funding: f");
        Entry come = entry(2, "funding-granted", "2023", "funding: f, fulfils: 1");
        given(announced, come, retracted(3, 2)).recording(retracted(4, 1)).thenAccepted();
        given(announced, come, corrected(3, 2, granted(2, "2023")))
                .recording(abandoned(4, 1, "2024"))
                .thenAccepted();
    }

    @Test
    void an_announcement_that_names_another_fulfils_nothing_yet() {
        given(
                        planned(1, "funding-granted", "2023", "funding: f"),
                        planned(2, "funding-granted", "2024", "funding: f, fulfils: 1"))
                .recording(abandoned(3, 1, "2024"))
                .thenAccepted();
    }

    @Test
    void the_correction_that_made_an_announcement_stays_while_others_fulfil_it() {
        given(
                        granted(1, "2022"),
                        corrected(2, 1, planned(1, "funding-granted", "2024", "funding: f")),
                        entry(3, "funding-granted", "2023", "funding: f, fulfils: 1"))
                .recording(retracted(4, 2))
                .thenRefusedFor(TARGET_FULFILLED, 3);
    }

    @Test
    void no_correction_is_taken_back_to_fulfil_what_was_abandoned_since() {
        given(
                        planned(1, "funding-granted", "2023", "funding: f"),
                        entry(2, "funding-granted", "2023", "funding: f, fulfils: 1"),
                        corrected(3, 2, granted(2, "2023")),
                        abandoned(4, 1, "2024"))
                .recording(retracted(5, 3))
                .thenRefused(TARGET_ABANDONED, "/target", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023         | 2023-03
            2023         | 2023-03-15
            [..2023-01]  | 2019
            2022/..      | 2022-03/..
            2022/..      | 2022/2024
            2022         | 2022/2023-06-30
            2022/2024    | 2022/2024-06-30
            2022/2024    | 2022-05/2024
            2022-01/P6M  | 2022-01-15/P6M
            2022-01/P6M  | 2022-01/2022-07-14
            """)
    void a_refinement_narrows_a_date(String before, String after) {
        given(granted(1, before)).recording(refined(2, 1, granted(1, after))).thenAccepted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-03          | 2023
            2023-03          | 2023-04
            2023-03-15       | [2023-03-14..2023-03-15]
            2023             | [2022-12-31..2023-01-01]
            2023             | [2023-12-31..2024-01-01]
            2023             | [2023-01-01..2023-12-31]
            2022             | 2022/..
            2022/..          | 2022
            2022/..          | [2022-01-01..2022-12-31]/..
            2022/2023        | 2022-05/..
            2022/2023        | 2022-05
            2022/2023        | 2022/2024
            2022/2023        | 2022-05/2022-12-31
            2022/2023-06     | 2022/[2023-06-01..2023-06-30]
            2022-01/P6M      | 2022-01-15/P7M
            """)
    void what_moves_or_widens_a_date_or_only_writes_it_otherwise_is_no_refinement(String before, String after) {
        given(granted(1, before))
                .recording(refined(2, 1, granted(1, after)))
                .thenRefused(NOT_A_REFINEMENT, "/entry/effective", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            funding-granted    | funding: f                        | funding: f, funder: mel
            funding-granted    | funding: f                        | funding: f, amount: 5000
            funding-granted    | funding: f                        | funding: f, note: Selon la convention
            funding-granted    | funding: f                        | funding: f, source: Convention of 2022-03
            funding-granted    | funding: f, source: C of 2022     | funding: f, source: C of 2022-03-15
            perimeter-changed  | description: d                    | description: d, departments: 59
            team-member-joined | position: p, contract: unspecified | position: p, contract: permanent
            """)
    void a_refinement_adds_what_was_missing(String type, String before, String after) {
        given(entry(1, type, "2022", before))
                .recording(refined(2, 1, entry(1, type, "2022", after)))
                .thenAccepted();
    }

    @Test
    void a_refinement_adds_what_an_entry_fulfils() {
        given(planned(1, "funding-granted", "2023", "funding: f"), granted(2, "2023"))
                .recording(refined(3, 2, entry(2, "funding-granted", "2023", "funding: f, funder: mel, fulfils: 1")))
                .thenAccepted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stance: supports                   | stance: insufficient                    | stance
            stance: supports, programme: phc   | stance: supports, programme: convergence | programme/id
            stance: supports, description: a   | stance: supports                        | description
            stance: supports, description: a   | stance: supports, description: b        | description
            stance: supports, note: a          | stance: supports, note: b               | note
            stance: supports, note: a          | stance: supports                        | note
            stance: supports, source: C of 2022 | stance: supports, source: D of 2022    | source/title
            stance: supports, source: C of 2022 | stance: supports, source: C of 2023    | source/asserted
            stance: supports, source: C of 2022 | stance: supports                       | source
            stance: supports                   | stance: supports, status: planned       | status
            stance: supports, status: possible | stance: supports, status: planned       | status
            stance: supports, status: planned  | stance: supports                        | status
            """)
    void what_says_something_else_is_no_refinement_even_beside_a_narrower_date(
            String before, String after, String field) {
        Entry stated = support("2022", before);
        given(stated)
                .recording(refined(2, 1, support("2022", after)))
                .thenRefused(NOT_A_REFINEMENT, "/entry/" + field, 1);
        given(stated)
                .recording(refined(2, 1, support("2022-05", after)))
                .thenRefused(NOT_A_REFINEMENT, "/entry/" + field, 1);
        given(stated).recording(corrected(2, 1, support("2022-05", after))).thenAccepted();
    }

    @Test
    void another_amount_or_type_is_no_refinement() {
        Entry granted = entry(1, "funding-granted", "2022", "funding: f, amount: 5000");
        given(granted)
                .recording(refined(2, 1, entry(1, "funding-granted", "2022", "funding: f, amount: 6000")))
                .thenRefused(NOT_A_REFINEMENT, "/entry/amount/value", 1);
        given(granted)
                .recording(refined(2, 1, entry(1, "funding-renewed", "2022", "funding: f, amount: 5000")))
                .thenRefused(NOT_A_REFINEMENT, "/entry/type", 1);
    }

    @Test
    void a_refinement_is_measured_against_the_content_as_it_stands() {
        given(granted(1, "2022"), corrected(2, 1, granted(1, "2021")))
                .recording(refined(3, 1, granted(1, "2022-03")))
                .thenRefused(NOT_A_REFINEMENT, "/entry/effective", 1);
        given(granted(1, "2022"), corrected(2, 1, granted(1, "2021")))
                .recording(refined(3, 1, granted(1, "2021-03")))
                .thenAccepted();
    }

    @Test
    void an_opening_is_not_announced() {
        nothing()
                .recording(planned(1, "territory-opened", "2025", "name: Lille, kind: city"))
                .thenRefused(OPENING_ENTRY_STAYS, "/status", -1);
        given().recording(corrected(1, 0, planned(0, "territory-opened", "2015", "name: Lille, kind: city")))
                .thenRefused(OPENING_ENTRY_STAYS, "/entry/status", -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-01-26/..", "2023/..", "[..2023-01-26]/.."})
    void a_meeting_is_not_held_for_ever(String effective) {
        given().recording(met(1, effective)).thenRefused(MEETING_WITHOUT_END, "/effective", -1);
        given(met(1, "2023-01-26"))
                .recording(corrected(2, 1, met(1, effective)))
                .thenRefused(MEETING_WITHOUT_END, "/entry/effective", -1);
    }

    @Test
    void a_meeting_of_several_days_has_an_end() {
        given().recording(met(1, "2023-01-26/2023-01-27")).thenAccepted();
    }

    @Test
    void an_erasure_is_recorded_and_stays_as_it_is() {
        Entry erased = entry(
                1, "person-erased", "2024-06-01", "askedBy: national, confirmedBy: national-2, reason: dossier 17");
        Entry otherwise = entry(1, "contribution-acknowledged", "2024-06-01", "person: p-1");
        given().recording(erased).thenAccepted();
        given().recording(entry(
                        1,
                        "person-erased",
                        "2024-06-16",
                        "askedBy: national, confirmedBy: national-2, reason: dossier 17"))
                .thenRefused(EFFECTIVE_IN_FUTURE, "/effective", -1);
        given(erased).recording(retracted(2, 1)).thenRefused(KEPT_BY_THE_REGISTER, "/target", 1);
        given(erased).recording(contested(2, 1)).thenRefused(TARGET_NOT_CORRECTABLE, "/target", 1);
        given(erased).recording(corrected(2, 1, otherwise)).thenRefused(TARGET_NOT_CORRECTABLE, "/target", 1);
        given(erased).recording(abandoned(2, 1, "2024")).thenRefused(TARGET_UNKNOWN, "/target", 1);
    }

    @Test
    void an_announcement_is_abandoned_once_and_not_in_the_future() {
        Entry announced = planned(1, "funding-granted", "2025", "funding: f");
        given(announced).recording(abandoned(2, 1, "2024-06-15")).thenAccepted();
        given(announced).recording(abandoned(2, 1, "2024-06-16")).thenRefused(EFFECTIVE_IN_FUTURE, "/effective", -1);
        given(announced, abandoned(2, 1, "2024"))
                .recording(abandoned(3, 1, "2024"))
                .thenRefused(TARGET_ABANDONED, "/target", 1);
        given(granted(1, "2022")).recording(abandoned(2, 1, "2024")).thenRefused(TARGET_NOT_ANNOUNCED, "/target", 1);
    }

    private static Entry opened(int number) {
        return entry(number, "territory-opened", "2015", "name: Lille, kind: city");
    }

    private static Entry granted(int number, String effective) {
        return entry(number, "funding-granted", effective, "funding: f, funder: mel");
    }

    private static Entry renewed(int number, String effective) {
        return entry(number, "funding-renewed", effective, "funding: f");
    }

    private static Entry withdrawn(int number, String effective) {
        return entry(number, "funding-withdrawn", effective, "funding: f");
    }

    private static Entry met(int number, String effective) {
        return entry(number, "steering-committee-held", effective, "meeting: copil, level: national");
    }

    private static Entry support(String effective, String attributes) {
        String programme = attributes.contains("programme") ? "" : ", programme: phc";
        return entry(1, "institutional-support-stated", effective, "institution: mel, " + attributes + programme);
    }

    private static Entry carrier(int number, String effective, String carrier) {
        return entry(number, "coordination-carrier-changed", effective, "carrier: " + carrier);
    }
}
