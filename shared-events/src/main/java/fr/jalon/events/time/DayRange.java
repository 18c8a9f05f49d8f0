package fr.jalon.events.time;

import java.time.LocalDate;

/**
 * A non-empty range of days, half-open: {@code from} belongs to it, {@code to} does not.
 *
 * @param from first day, {@link Days#ALWAYS} where unbounded
 * @param to the day after the last, {@link Days#NEVER} where unbounded
 */
public record DayRange(LocalDate from, LocalDate to) {
    public static final DayRange ALL = new DayRange(Days.ALWAYS, Days.NEVER);

    public DayRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A range of days from " + from + " to " + to + " is empty");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
