package fr.jalon.events.timeline;

import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;

/**
 * One change of one subject's value.
 *
 * @param window the days among which it takes effect
 * @param written that window as its author wrote it
 * @param entry the entry that says so, with its content as it stands
 * @param attributes what that content tells
 * @param position the place of that entry in its territory's register
 */
public record Transition(
        Subject subject,
        Effect effect,
        Window window,
        String written,
        WorldEntry entry,
        Map<String, Object> attributes,
        long position) {
    /** Timeline order: by earliest day, latest day, position; a period begins before it lapses. */
    public static final Comparator<Transition> ORDER = Comparator.<Transition, LocalDate>comparing(
                    transition -> transition.window.earliest())
            .thenComparing(transition -> transition.window.latest())
            .thenComparingLong(Transition::position)
            .thenComparing(Transition::effect);

    boolean isBefore(Transition other) {
        return ORDER.compare(this, other) < 0;
    }

    boolean lapses(Transition beginning) {
        return effect == Effect.LAPSES && position == beginning.position;
    }
}
