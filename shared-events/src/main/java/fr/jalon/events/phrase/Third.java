package fr.jalon.events.phrase;

import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * « Début », « mi- » and « fin »: the first, second and last third. Of a month days 1 to 10, 11 to 20 and those from
 * 21; of whole months their thirds, so that « fin 2022 » is September to December. Wider than most people mean: a
 * window that is too wide costs certainty, one that is too narrow would state what nobody said.
 */
enum Third {
    BEGINNING,
    MIDDLE,
    END;

    private static final int DAYS = 10;

    /** This third of a window that begins with a month. */
    Window of(Window whole) {
        LocalDate first = whole.earliest();
        long months = ChronoUnit.MONTHS.between(first, whole.latest().plusDays(1));
        if (months < 3) {
            return part(whole, first.plusDays(DAYS), first.plusDays(2 * DAYS));
        }
        return part(whole, first.plusMonths(months / 3), first.plusMonths(2 * months / 3));
    }

    private Window part(Window whole, LocalDate second, LocalDate third) {
        return switch (this) {
            case BEGINNING -> new Window(whole.earliest(), second.minusDays(1));
            case MIDDLE -> new Window(second, third.minusDays(1));
            case END -> new Window(third, whole.latest());
        };
    }
}
