package fr.jalon.events.readings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.readings.Said.End;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The days that a calendar leaves out make no difference. */
class CalendarTest {
    /** Readings of so many entries need at most twice as many days beyond the last that any of them names. */
    private static final int ENTRIES = 3;

    private static final int BEYOND = 2 * ENTRIES;
    private static final int PATIENCE = 30_000;

    @Test
    void readings_on_every_day_say_the_same() {
        List<FactKind> kinds = RandomRegisters.kinds();
        long[] compared = {0};
        RandomRegisters.seeds().forEach(seed -> {
            FactKind kind = kinds.get(Math.floorMod(seed, kinds.size()));
            List<WorldEntry> entries =
                    RandomRegisters.ofOneSubject(seed, kind, 1 + Math.floorMod(seed / kinds.size(), ENTRIES)).stream()
                            .map(recorded -> (WorldEntry) recorded.entry())
                            .toList();
            List<Said> said = entries.stream().map(Said::of).toList();
            List<LocalDate> every = every(said);
            if (NaiveReadings.count(said, every) > PATIENCE) {
                return;
            }
            NaiveReadings all = NaiveReadings.on(said, every);
            for (LocalDate day : RandomDays.FEW) {
                NaiveReadings some = NaiveReadings.of(entries, List.of(day));
                assertThat(some.outcomes(day)).as("seed %d as of %s", seed, day).isEqualTo(all.outcomes(day));
                assertThat(some.hasReading()).as("seed %d", seed).isEqualTo(all.hasReading());
                for (WorldEntry entry : entries) {
                    assertThat(some.differsFromWhatItFollows(entry.entryId()))
                            .as("seed %d, %s", seed, entry)
                            .isEqualTo(all.differsFromWhatItFollows(entry.entryId()));
                }
            }
            compared[0]++;
        });
        assertThat(compared[0]).isGreaterThan(RandomRegisters.seeds().count() / 2);
    }

    @Test
    void between_two_days_that_matter_no_more_days_are_kept_than_there_are_windows() {
        List<Said> said = Stream.of(
                        SpecificationExamples.carried("2019", "adpei"),
                        SpecificationExamples.carried("2019/2023", "hpf"))
                .map(Said::of)
                .toList();

        List<LocalDate> days = Calendar.of(said, List.of()).days();

        assertThat(days)
                .containsExactly(
                        LocalDate.parse("2019-01-01"), LocalDate.parse("2019-01-02"), LocalDate.parse("2023-01-02"));
    }

    /** Every day from well before the first that any of these names to well after the last. */
    private static List<LocalDate> every(List<Said> said) {
        List<LocalDate> named = Stream.concat(
                        said.stream().map(Said::on),
                        said.stream()
                                .map(Said::end)
                                .filter(End.Over.class::isInstance)
                                .map(end -> ((End.Over) end).window()))
                .flatMap(window -> Stream.of(window.earliest(), window.latest()))
                .filter(Days::isBounded)
                .sorted()
                .toList();
        LocalDate first =
                named.getFirst().isBefore(RandomDays.FEW.getFirst()) ? named.getFirst() : RandomDays.FEW.getFirst();
        LocalDate last = named.getLast().isAfter(RandomDays.FEW.getLast()) ? named.getLast() : RandomDays.FEW.getLast();
        return first.minusDays(BEYOND).datesUntil(last.plusDays(BEYOND + 1)).toList();
    }
}
