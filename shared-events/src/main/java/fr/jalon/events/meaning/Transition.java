package fr.jalon.events.meaning;

import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one entry does to one subject, on a day within a window.
 *
 * @param window the days among which it takes effect
 * @param written that window as its author wrote it
 * @param end the end it gives the value by a period of its own; null for none
 * @param takesEndAway whether an end that was known is known no longer: {@code /..}, a renewal, a new contract
 * @param finds the person whom it must find as coordinator; null where any value will do
 * @param entry the entry that says so, with its content as it stands
 * @param attributes what that content tells
 * @param position the place of that entry in its territory's register
 * @param correction the entry that gave it this content; null where it stands as it was recorded
 */
public record Transition(
        Subject subject,
        Effect effect,
        Window window,
        String written,
        @Nullable End end,
        boolean takesEndAway,
        @Nullable Object finds,
        WorldEntry entry,
        Map<String, Object> attributes,
        long position,
        @Nullable UUID correction) {
    /** By earliest day, latest day, position: the order in which entries are shown, and that of exact days. */
    public static final Comparator<Transition> ORDER = Comparator.<Transition, LocalDate>comparing(
                    transition -> transition.window.earliest())
            .thenComparing(transition -> transition.window.latest())
            .thenComparingLong(Transition::position);

    /** The same, whoever it finds. */
    public Transition findingAnybody() {
        return new Transition(
                subject, effect, window, written, end, takesEndAway, null, entry, attributes, position, correction);
    }

    /** The same, on one of these days. */
    public Transition on(Window days) {
        End own = end == null || !end.isNextDay() ? end : new End(days.dayAfter(), end.written(), true);
        return new Transition(
                subject, effect, days, written, own, takesEndAway, finds, entry, attributes, position, correction);
    }

    /** The same, where what its period tells is over on one of these days. */
    public Transition overOn(Window days) {
        End over = end == null ? null : new End(days, end.written(), end.isNextDay());
        return new Transition(
                subject, effect, window, written, over, takesEndAway, finds, entry, attributes, position, correction);
    }

    /** The entries that tell it. */
    public List<UUID> told() {
        return correction == null ? List.of(entry.entryId()) : List.of(entry.entryId(), correction);
    }

    /** The first day that it may touch, by its beginning or its end. */
    public LocalDate firstDay() {
        return end == null
                ? window.earliest()
                : Days.earlier(window.earliest(), end.over().earliest());
    }

    /** The last day that it may touch, by its beginning or its end. */
    public LocalDate lastDayTouched() {
        LocalDate latest = window.latest();
        return end == null || end.over().latest().isBefore(latest)
                ? latest
                : end.over().latest();
    }

    /** The last day on which it may take effect: before its own end. */
    public long lastDay() {
        long latest = window.latest().toEpochDay();
        return end == null ? latest : Math.min(latest, end.lastDayBefore());
    }
}
