package fr.jalon.benchmarks;

import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/** What entries of one subject cost that may come in any order, beside as many of exact days: one core, in memory. */
final class VagueEntries {
    private static final int[] COUNTS = {2, 4, 8, 16};
    private static final long WARM_NANOS = 300_000_000;

    void run(Table table) {
        for (int count : COUNTS) {
            double exact =
                    micros(count, i -> LocalDate.of(2023, 1, 1).plusDays(i).toString());
            double year = micros(count, i -> "2023");
            double periods = micros(count, i -> "2023/P%dM".formatted(1 + i));
            table.row(
                    count + " entries",
                    "%.0f µs".formatted(exact),
                    "%,.0f µs".formatted(year),
                    "%,.0f µs".formatted(periods),
                    "%,.0f".formatted(year / exact));
        }
    }

    /** Taking in the last of so many entries, and telling the spans: the best of some rounds. */
    private static double micros(int count, IntFunction<String> date) {
        Timeline before = Timeline.EMPTY;
        List<Transition> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(carrier(i, date.apply(i)));
        }
        for (Transition entry : entries.subList(0, count - 1)) {
            before = before.with(entry);
        }
        long best = Long.MAX_VALUE;
        long begin = System.nanoTime();
        do {
            long start = System.nanoTime();
            Timeline after = before.with(entries.getLast());
            if (after.spans(Set.of()).isEmpty()) {
                throw new IllegalStateException("Nothing is told");
            }
            best = Math.min(best, System.nanoTime() - start);
        } while (System.nanoTime() - begin < WARM_NANOS);
        return best / 1000.0;
    }

    private static Transition carrier(int number, String effective) {
        WorldEntry entry = (WorldEntry) EntryJson.read("""
                {"entryId": "%s", "territory": "lyon", "type": "coordination-carrier-changed", "effective": "%s",
                 "carrier": "carrier-%d"}""".formatted(new UUID(0, number), effective, number));
        return Objects.requireNonNull(Meaning.transition(entry, EntryJson.attributes(entry), number + 1L, null));
    }
}
