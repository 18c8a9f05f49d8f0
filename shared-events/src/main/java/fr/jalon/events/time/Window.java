package fr.jalon.events.time;

import java.time.LocalDate;
import java.time.Period;

/**
 * The days among which one unknown day lies, ends included (<i>fenêtre</i>).
 *
 * @param earliest the first day it may be, {@link Days#ALWAYS} where unbounded
 * @param latest the last day it may be, {@link Days#NEVER} where unbounded
 */
public record Window(LocalDate earliest, LocalDate latest) {
    public Window {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("A window ends on " + latest + ", before it begins on " + earliest);
        }
    }

    public static Window day(LocalDate day) {
        return new Window(day, day);
    }

    /** The window of the day that follows. */
    public Window dayAfter() {
        return new Window(Days.dayAfter(earliest), Days.dayAfter(latest));
    }

    /** The window of the day that precedes. */
    public Window dayBefore() {
        return new Window(Days.dayBefore(earliest), Days.dayBefore(latest));
    }

    public Window plus(Period length) {
        return new Window(Days.plus(earliest, length), Days.plus(latest, length));
    }
}
