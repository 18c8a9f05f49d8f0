package fr.jalon.events.register;

import static fr.jalon.events.readings.SpecificationExamples.amountChanged;
import static fr.jalon.events.readings.SpecificationExamples.corrected;
import static fr.jalon.events.readings.SpecificationExamples.granted;
import static fr.jalon.events.readings.SpecificationExamples.recorded;
import static fr.jalon.events.readings.SpecificationExamples.retracted;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.meaning.FactKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a value rests on, whose entries were corrected. */
class CorrectedTest {
    @Test
    void a_value_rests_on_the_correction_too() {
        assertThat(grounds(granted("2022", 1000), corrected(1, granted("2021", 1000))))
                .containsExactly(id(1), id(2));
    }

    @Test
    void it_rests_on_the_last_of_several_corrections_that_count() {
        assertThat(grounds(
                        granted("2022", 1000),
                        corrected(1, granted("2021", 1000)),
                        corrected(1, granted("2020", 1000)),
                        retracted(3)))
                .containsExactly(id(1), id(2));
    }

    @Test
    void what_it_goes_on_from_may_be_corrected() {
        assertThat(grounds(
                        granted("2021-01-01", 1000),
                        amountChanged("2022-01-01", 2000),
                        corrected(1, granted("2020-01-01", 1000))))
                .containsExactly(id(1), id(3), id(2));
    }

    /** Of the last value of the one subject there is. */
    private static List<UUID> grounds(Entry... entries) {
        Register register = Register.of(recorded(List.of(entries)));
        return register.subjects().stream()
                .filter(subject -> subject.kind() == FactKind.FUNDING)
                .map(register::spans)
                .findFirst()
                .orElseThrow()
                .getLast()
                .entries();
    }

    private static UUID id(int position) {
        return recorded(List.of(granted("2022", 1), granted("2022", 1), granted("2022", 1)))
                .get(position - 1)
                .entry()
                .entryId();
    }
}
