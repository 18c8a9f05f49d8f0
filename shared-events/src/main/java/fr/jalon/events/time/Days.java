package fr.jalon.events.time;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Day arithmetic that knows the two ends of time: before every day and after every day. */
public final class Days {
    /** Earlier than every day: an unbounded beginning. */
    public static final LocalDate ALWAYS = LocalDate.MIN;

    /** Later than every day: an unbounded end. */
    public static final LocalDate NEVER = LocalDate.MAX;

    /** Where the programmes are run: an instant's day is the day there. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Days() {}

    public static boolean isBounded(LocalDate day) {
        return !day.equals(ALWAYS) && !day.equals(NEVER);
    }

    /** The day this long after {@code day}; the ends of time stay where they are. */
    public static LocalDate plus(LocalDate day, Period length) {
        return isBounded(day) ? day.plus(length) : day;
    }

    public static LocalDate dayAfter(LocalDate day) {
        return isBounded(day) ? day.plusDays(1) : day;
    }

    public static LocalDate dayBefore(LocalDate day) {
        return isBounded(day) ? day.minusDays(1) : day;
    }

    public static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
