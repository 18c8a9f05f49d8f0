package fr.jalon.events.why;

import fr.jalon.events.time.DayRange;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Span;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subject's entries tell of it on a day (<i>réponse</i>).
 *
 * @param values those it has or may have
 * @param isHeld whether it has one for certain
 */
public record Outcome(Map<Map<String, Object>, Certainty> values, boolean isHeld) {
    /** Null where the entries have no reading, and so tell nothing. */
    static @Nullable Outcome of(Timeline timeline, LocalDate day) {
        if (!timeline.hasReading()) {
            return null;
        }
        Map<Map<String, Object>, Certainty> values = new LinkedHashMap<>();
        boolean isHeld = false;
        for (Span span : timeline.spansOn(day, Set.of())) {
            values.put(span.value(), has(span.certain(), day) ? Certainty.CERTAIN : Certainty.POSSIBLE);
            isHeld |= has(span.held(), day);
        }
        return new Outcome(values, isHeld);
    }

    private static boolean has(@Nullable DayRange days, LocalDate day) {
        return days != null && days.contains(day);
    }

    /** Whether it leaves open no more than the other does. */
    boolean isWithin(Outcome other) {
        return other.values.keySet().containsAll(values.keySet()) && (isHeld || !other.isHeld);
    }
}
