package fr.jalon.events.phrase;

import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A season, from the first day that meteorologists give it to the last that astronomers do: whichever the author meant,
 * the day is among these.
 */
enum Season {
    SPRING(MonthDay.of(3, 1), MonthDay.of(6, 20)),
    SUMMER(MonthDay.of(6, 1), MonthDay.of(9, 22)),
    AUTUMN(MonthDay.of(9, 1), MonthDay.of(12, 21)),
    WINTER(MonthDay.of(12, 1), MonthDay.of(3, 20));

    private final MonthDay first;
    private final MonthDay last;

    Season(MonthDay first, MonthDay last) {
        this.first = first;
        this.last = last;
    }

    /** That which begins in a year. */
    Window beginningIn(int year) {
        LocalDate from = first.atYear(year);
        return new Window(from, last.atYear(this == WINTER ? year + 1 : year));
    }
}
