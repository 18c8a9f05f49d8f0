package fr.jalon.events.timeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days, as numbers, on which some readings that count hold a value, or none.
 *
 * @param from the first day
 * @param to the day after the last
 * @param episode what they tell of the value; null where they hold none
 */
record Possibility(
        @Nullable Map<String, Object> value,
        long from,
        long to,
        @Nullable Episode episode) {}
