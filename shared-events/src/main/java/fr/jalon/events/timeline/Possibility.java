package fr.jalon.events.timeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days, as numbers, on which some readings that count hold a value, or none.
 *
 * @param from the first day
 * @param to the day after the last
 * @param episodes what they tell of the value
 */
record Possibility(@Nullable Map<String, Object> value, long from, long to, List<Episode> episodes) {
    static Possibility of(@Nullable Map<String, Object> value, long from, long to, @Nullable Episode episode) {
        return new Possibility(value, from, to, episode == null ? List.of() : List.of(episode));
    }
}
