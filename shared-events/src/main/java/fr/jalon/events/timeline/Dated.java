package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Transition;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something that happens on one day of a window.
 *
 * @param entry the entry that takes effect, or whose end comes
 * @param isEnd whether it is its end
 */
record Dated(Window window, Transition entry, boolean isEnd) {
    static final Comparator<Dated> ORDER = Comparator.<Dated, LocalDate>comparing(dated -> dated.window.earliest())
            .thenComparing(dated -> dated.window.latest())
            .thenComparingLong(dated -> dated.entry.position())
            .thenComparing(Dated::isEnd);

    boolean isOf(Transition other) {
        return entry.position() == other.position();
    }
}
