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
 * Days on each of which the same may be so.
 *
 * @param from the first day, as a number
 * @param to the day after the last
 * @param values every value that some reading holds, or none, each once, with all that is told of it
 */
record Cell(long from, long to, List<Possibility> values) {
    /** The days from one to before another, divided so that within each part the same is possible. */
    static List<Cell> of(List<Possibility> told, long from, long to) {
        if (told.size() == 1) {
            return List.of(new Cell(from, to, told));
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
            cells.add(new Cell(first, next, values(told, first)));
            first = next;
        }
        return cells;
    }

    /** Whether every reading holds some value. */
    boolean isHeld() {
        for (Possibility each : values) {
            if (each.value() == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether every reading holds the same. */
    boolean isCertain() {
        return values.size() == 1;
    }

    private static List<Possibility> values(List<Possibility> told, long day) {
        Map<@Nullable Map<String, Object>, Set<Episode>> values = new LinkedHashMap<>();
        for (Possibility each : told) {
            if (each.from() <= day && day < each.to()) {
                Set<Episode> episodes = values.computeIfAbsent(each.value(), none -> new LinkedHashSet<>());
                each.episodes().forEach(episode -> episodes.add(episode.itself()));
            }
        }
        List<Possibility> distinct = new ArrayList<>(values.size());
        values.forEach((value, episodes) -> distinct.add(new Possibility(value, day, day, List.copyOf(episodes))));
        return distinct;
    }
}
