package fr.jalon.events.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Days on each of which the same may be so: every value that some reading holds, with what they tell of it; null stands for none.
 *
 * @param from the first day, as a number
 * @param to the day after the last
 */
record Cell(long from, long to, Map<@Nullable Map<String, Object>, Set<Episode>> values) {
    /** The days from one to before another, divided so that within each part the same is possible. */
    static List<Cell> of(List<Possibility> told, long from, long to) {
        if (told.size() == 1) {
            return List.of(new Cell(from, to, values(told)));
        }
        long[] days = told.stream()
                .flatMapToLong(each -> LongStream.of(each.from(), each.to()))
                .filter(day -> day > from && day < to)
                .sorted()
                .distinct()
                .toArray();
        List<Cell> cells = new ArrayList<>(days.length + 1);
        long first = from;
        for (int i = 0; i <= days.length; i++) {
            long next = i < days.length ? days[i] : to;
            long day = first;
            cells.add(new Cell(
                    first,
                    next,
                    values(told.stream()
                            .filter(each -> each.from() <= day && day < each.to())
                            .toList())));
            first = next;
        }
        return cells;
    }

    /** Whether every reading holds some value. */
    boolean isHeld() {
        return !values.containsKey(null);
    }

    /** Whether every reading holds the same. */
    boolean isCertain() {
        return values.size() == 1;
    }

    private static Map<@Nullable Map<String, Object>, Set<Episode>> values(List<Possibility> told) {
        Map<@Nullable Map<String, Object>, Set<Episode>> values = new LinkedHashMap<>();
        for (Possibility each : told) {
            Set<Episode> episodes = values.computeIfAbsent(each.value(), none -> new LinkedHashSet<>());
            if (each.value() != null) {
                each.episodes().forEach(episode -> episodes.add(episode.itself()));
            }
        }
        return values;
    }
}
