package fr.jalon.events.timeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transition at work on its timeline.
 *
 * @param before the step just before it, none for the first
 * @param ground the value that it stands on: the last one begun and not ended by an entry, lapsed or not; null for none
 * @param value the value from it on; null for none
 */
public record Step(
        Transition transition,
        @Nullable Step before,
        @Nullable Map<String, Object> ground,
        @Nullable Map<String, Object> value) {
    /** The value just before it; null for none. */
    public @Nullable Map<String, Object> valueBefore() {
        return before == null ? null : before.value;
    }
}
