package fr.jalon.events.register;

import static fr.jalon.events.readings.SpecificationExamples.at;
import static fr.jalon.events.readings.SpecificationExamples.carried;
import static fr.jalon.events.readings.SpecificationExamples.corrected;
import static fr.jalon.events.readings.SpecificationExamples.granted;
import static fr.jalon.events.readings.SpecificationExamples.joined;
import static fr.jalon.events.readings.SpecificationExamples.recorded;
import static fr.jalon.events.readings.SpecificationExamples.renewed;
import static fr.jalon.events.readings.SpecificationExamples.retracted;
import static fr.jalon.events.readings.SpecificationExamples.withdrawn;
import static fr.jalon.events.readings.SpecificationExamples.withdrew;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.register.NaiveRegister.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How the naive register reads corrections and retractions, and how it judges. */
class NaiveRegisterTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 12, 31);

    @Test
    void a_corrected_entry_keeps_its_place_in_recorded_order() {
        NaiveRegister register = register(
                carried("2022-01-01", "adpei"),
                carried("2023-01-01", "hpf"),
                corrected(1, carried("2023-01-01", "adpei")));

        assertThat(register.state(LocalDate.of(2022, 6, 1))).isEmpty();
        assertThat(register.state(TODAY))
                .containsExactly("coordination-carrier {carrier={\"id\":\"hpf\"}} certain, held");
    }

    @Test
    void what_is_retracted_counts_no_more_until_the_retraction_is_retracted() {
        NaiveRegister register = register(carried("2022-01-01", "adpei"), retracted(1), retracted(2));

        assertThat(register.through(1).state(TODAY)).hasSize(1);
        assertThat(register.through(2).state(TODAY)).isEmpty();
        assertThat(register.state(TODAY)).isEqualTo(register.through(1).state(TODAY));
    }

    @Test
    void a_retraction_that_leaves_a_later_entry_without_ground_is_refused() {
        NaiveRegister register = register(granted("2022-01-01", 1000), renewed("2023-01-01"));

        assertThat(register.faults(next(register, retracted(1)), TODAY)).containsExactly(Fault.NO_READING);
        assertThat(register.accepts(next(register, retracted(2)), TODAY)).isTrue();
    }

    @Test
    void a_correction_is_judged_in_the_place_of_what_it_corrects() {
        NaiveRegister register = register(granted("2022-01-01", 1000), renewed("2023-01-01"));

        assertThat(register.faults(next(register, corrected(1, granted("2023-02-01", 1000))), TODAY))
                .containsExactly(Fault.NO_READING);
        assertThat(register.accepts(next(register, corrected(1, granted("2023-01-01", 1000))), TODAY))
                .isTrue();
        assertThat(register.faults(next(register, corrected(2, withdrew("2023-01-01"))), TODAY))
                .containsExactly(Fault.NO_READING);
    }

    @Test
    void a_subject_that_had_no_reading_before_is_no_fault_of_a_correction_elsewhere() {
        NaiveRegister register = register(withdrawn("2022-01-01"), joined("2022-01-01"));

        assertThat(register.accepts(next(register, corrected(2, joined("2022-02-01"))), TODAY))
                .isTrue();
        assertThat(register.accepts(next(register, corrected(1, withdrawn("2022-02-01"))), TODAY))
                .isTrue();
    }

    @Test
    void a_correction_repeats_what_other_entries_hold_for_certain_but_not_what_it_corrects() {
        NaiveRegister register = register(joined("2021"), joined("2021-06-01"));

        assertThat(register.faults(next(register, corrected(1, joined("2021-07-01"))), TODAY))
                .containsExactly(Fault.REPETITION);
        assertThat(register.accepts(next(register, corrected(2, joined("2021-07-01"))), TODAY))
                .isTrue();
    }

    @Test
    void what_had_become_a_repetition_may_be_corrected() {
        NaiveRegister register = register(joined("2022"), joined("2021-06-01"));

        assertThat(register.accepts(next(register, corrected(1, joined("2022-06-01"))), TODAY))
                .isTrue();
    }

    @Test
    void a_carrier_is_told_from_the_one_it_follows_also_when_told_of_the_past() {
        NaiveRegister register = register(carried("2019", "adpei"), carried("2023", "hpf"));

        assertThat(register.faults(next(register, carried("2022-06-01", "adpei")), TODAY))
                .containsExactly(Fault.SAME_CARRIER);
        assertThat(register.accepts(next(register, carried("2018-06-01", "adpei")), TODAY))
                .isTrue();
        assertThat(register.accepts(next(register, carried("2022-06-01", "hpf")), TODAY))
                .isTrue();
    }

    @Test
    void a_carrier_whose_time_is_over_may_come_again() {
        NaiveRegister register = register(carried("2019-01-01/2019-12-31", "adpei"));

        assertThat(register.accepts(next(register, carried("2021-01-01", "adpei")), TODAY))
                .isTrue();
    }

    @Test
    void what_began_on_a_day_nobody_knows_is_never_a_repetition() {
        NaiveRegister register = register(joined("[..2022-12-31]"));

        assertThat(register.accepts(next(register, joined("[..2022-06-30]")), TODAY))
                .isTrue();
        assertThat(register.faults(next(register, joined("2022-12-31")), TODAY)).containsExactly(Fault.REPETITION);
    }

    @Test
    void nothing_actual_begins_after_today() {
        NaiveRegister register = register();

        assertThat(register.accepts(next(register, joined("[2023-12-31..]")), TODAY))
                .isTrue();
        assertThat(register.faults(next(register, joined("2024")), TODAY)).containsExactly(Fault.AFTER_TODAY);
    }

    @Test
    void only_what_counts_moves_a_subject() {
        NaiveRegister register = register(joined("2022-01-01"), corrected(1, joined("2022-03-01")), retracted(2));

        assertThat(register.subjects())
                .containsExactly(
                        Objects.requireNonNull(Meaning.of(joined("2022-01-01"))).subject());
        assertThat(register.state(LocalDate.of(2022, 2, 1))).hasSize(1);
    }

    private static NaiveRegister register(Entry... entries) {
        return NaiveRegister.of(recorded(List.of(entries)));
    }

    private static Entry next(NaiveRegister register, Entry entry) {
        return at(register.position() + 1, entry);
    }
}
