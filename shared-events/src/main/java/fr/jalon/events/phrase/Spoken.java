package fr.jalon.events.phrase;

import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A point as it was said, perhaps without the month or the year that another one near it says. */
sealed interface Spoken {
    /** The year it says itself. */
    default @Nullable Integer year() {
        return null;
    }

    /** The month it says itself. */
    default @Nullable Integer month() {
        return null;
    }

    /** The point it is, where these are the month and the year that it does not say. */
    Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth);

    /** Nothing is left to add. */
    record Known(Point point) implements Spoken {
        @Override
        public Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth) {
            return point;
        }
    }

    /** A whole year. */
    record WholeYear(Integer year) implements Spoken {
        @Override
        public Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth) {
            return part(year, 12, 1);
        }
    }

    /** The n-th of the months, quarters or semesters of a year. */
    record Part(int months, int number, @Nullable Integer year) implements Spoken {
        @Override
        public @Nullable Integer month() {
            return months == 1 ? number : null;
        }

        @Override
        public Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth) {
            return part(said(year, usualYear), months, number);
        }
    }

    /** A day, of which a weekday may be told as well. */
    record Day(
            int day,
            @Nullable Integer month,
            @Nullable Integer year,
            @Nullable DayOfWeek weekday) implements Spoken {
        @Override
        public Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth) {
            Integer known = month == null ? usualMonth : month;
            if (known == null) {
                throw new NotADate(DateRefusal.UNREADABLE);
            }
            LocalDate date = dated(said(year, usualYear), known, day);
            if (weekday != null && date.getDayOfWeek() != weekday) {
                throw new NotADate(DateRefusal.OTHER_WEEKDAY);
            }
            return DateReader.within(date, date);
        }
    }

    /** The first half of a month, to the 15th, or the second. */
    record HalfMonth(int half, Integer month, @Nullable Integer year) implements Spoken {
        private static final int LAST_OF_FIRST = 15;

        @Override
        public Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth) {
            Window whole = part(said(year, usualYear), 1, month).window();
            LocalDate middle = whole.earliest().withDayOfMonth(LAST_OF_FIRST);
            return half == 1
                    ? DateReader.within(whole.earliest(), middle)
                    : DateReader.within(middle.plusDays(1), whole.latest());
        }
    }

    /** A season of a year; a winter lies in two. */
    record OfSeason(Season season, @Nullable Integer year) implements Spoken {
        @Override
        public Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth) {
            int known = said(year, usualYear);
            Point point = beginningIn(known);
            if (season == Season.WINTER) {
                throw new NotADate(DateRefusal.AMBIGUOUS, beginningIn(known - 1), point);
            }
            return point;
        }

        private Point beginningIn(int beginning) {
            Window days = season.beginningIn(beginning);
            return DateReader.within(days.earliest(), days.latest());
        }
    }

    /** The beginning, the middle or the end of what is longer than a day. */
    record OfThird(Third third, Spoken whole) implements Spoken {
        private static final int SHORTEST = 27;

        @Override
        public @Nullable Integer year() {
            return whole.year();
        }

        @Override
        public @Nullable Integer month() {
            return whole.month();
        }

        @Override
        public Point in(@Nullable Integer usualYear, @Nullable Integer usualMonth) {
            Window days = whole.in(usualYear, usualMonth).window();
            if (days.earliest().plusDays(SHORTEST).isAfter(days.latest())) {
                throw new NotADate(DateRefusal.VAGUE);
            }
            Window part = third.of(days);
            return DateReader.within(part.earliest(), part.latest());
        }
    }

    private static int said(@Nullable Integer year, @Nullable Integer usual) {
        Integer known = year == null ? usual : year;
        if (known == null) {
            throw new NotADate(DateRefusal.NO_YEAR);
        }
        return known;
    }

    private static LocalDate dated(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new NotADate(DateRefusal.NO_SUCH_DAY);
        }
    }

    /** A part of a year in the register's own form: quarters are 33 to 36, semesters 40 and 41. */
    static Point part(int year, int months, int number) {
        String form = switch (months) {
            case 1 -> "%04d-%02d".formatted(year, number);
            case 3 -> "%04d-%d".formatted(year, 32 + number);
            case 6 -> "%04d-%d".formatted(year, 39 + number);
            case 12 -> "%04d".formatted(year);
            default -> throw new IllegalArgumentException("No part of a year has " + months + " months");
        };
        if (year < 1 || year > 9999) {
            throw new NotADate(DateRefusal.OUT_OF_ORDER);
        }
        return Point.parse(form);
    }
}
