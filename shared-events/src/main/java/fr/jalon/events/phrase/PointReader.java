package fr.jalon.events.phrase;

import fr.jalon.events.time.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one point where the cursor stands: a day, a part of a year, a third of one, a season, or one relative to today.
 */
final class PointReader {
    private static final int MONTHS = 12;

    /** Quarters and semesters, by how they are said and by how many months they have. */
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("trimestre", 3),
            Map.entry("trim", 3),
            Map.entry("quarter", 3),
            Map.entry("semestre", 6),
            Map.entry("semester", 6),
            Map.entry("sem", 6),
            Map.entry("half", 6),
            Map.entry("moitie", 6),
            Map.entry("t", 3),
            Map.entry("q", 3),
            Map.entry("s", 6),
            Map.entry("h", 6));

    private static final List<String> LAST = List.of("dernier", "derniere", "last");
    private static final List<String> FIRST = List.of("premier", "first");
    private static final List<String> WEEK = List.of("semaine", "week", "w");

    private final PhraseCursor cursor;
    private final DateReader asked;
    private final RelativeReader relative;

    PointReader(PhraseCursor cursor, DateReader asked) {
        this.cursor = cursor;
        this.asked = asked;
        this.relative = new RelativeReader(cursor, asked);
    }

    /** The point that stands here; null, and then the cursor has not moved, where there is none. */
    @Nullable
    Spoken point() {
        return cursor.attempt(() -> {
            Spoken part = cursor.attempt(this::ordinalPart);
            Spoken said = part == null ? cursor.attempt(relative::point) : part;
            if (said != null) {
                return said;
            }
            cursor.skip(Vocabulary.ARTICLES);
            Third third = cursor.meaning(Vocabulary.THIRDS);
            if (third == null) {
                return whole();
            }
            cursor.sign('-');
            Spoken whole = cursor.attempt(relative::point);
            if (whole == null) {
                cursor.skip(Vocabulary.ARTICLES);
                whole = whole();
            }
            return whole == null ? null : new Spoken.OfThird(third, whole);
        });
    }

    private @Nullable Spoken whole() {
        List<Supplier<@Nullable Spoken>> forms = List.of(
                this::ordinalPart,
                this::letteredPart,
                this::partAfterYear,
                this::week,
                this::season,
                this::numeric,
                this::dayOfMonth,
                this::monthThenDay,
                this::month,
                this::year);
        for (Supplier<@Nullable Spoken> form : forms) {
            Spoken said = cursor.attempt(form);
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    /** « 2e semestre 2022 », "last quarter of 2022", "first half of March 2023". */
    private @Nullable Spoken ordinalPart() {
        boolean isLast = cursor.anyOf(LAST);
        Integer number = isLast ? Integer.valueOf(0) : ordinal();
        if (number == null) {
            return null;
        }
        if (cursor.words("quinzaine")) {
            return halfMonth(number);
        }
        boolean isHalf = cursor.words("half") || cursor.words("moitie");
        if (isHalf) {
            Spoken half = cursor.attempt(() -> halfMonth(number));
            if (half != null) {
                return half;
            }
        }
        Integer months = isHalf ? Integer.valueOf(6) : cursor.meaning(PARTS);
        if (months == null) {
            return null;
        }
        Integer year = yearOrNone();
        return isLast && year == null ? null : part(months, isLast ? MONTHS / months : number, year);
    }

    private @Nullable Integer ordinal() {
        Integer word = cursor.meaning(Vocabulary.ORDINALS);
        if (word != null) {
            return word;
        }
        Integer number = cursor.number(1, 1);
        cursor.skip(Vocabulary.SUFFIXES);
        return number;
    }

    private @Nullable Spoken halfMonth(int number) {
        cursor.skip(Vocabulary.ARTICLES);
        Integer month = cursor.meaning(Vocabulary.MONTHS);
        if (month == null) {
            return null;
        }
        if (number < 1 || number > 2) {
            throw new NotADate(DateRefusal.UNREADABLE);
        }
        return new Spoken.HalfMonth(number, month, yearOrNone());
    }

    /** T1 2023, « trimestre 1 2023 ». */
    private @Nullable Spoken letteredPart() {
        Integer months = cursor.meaning(PARTS);
        Integer number = months == null ? null : cursor.number(1, 1);
        return months == null || number == null ? null : part(months, number, yearOrNone());
    }

    /** 2022-T4, « 2022, 2e semestre ». */
    private @Nullable Spoken partAfterYear() {
        Integer year = cursor.number(4, 4);
        if (year == null) {
            return null;
        }
        if (!cursor.sign('-')) {
            cursor.sign('/');
        }
        Integer before = cursor.attempt(this::ordinal);
        Integer months = cursor.meaning(PARTS);
        Integer number = before == null ? cursor.number(1, 1) : before;
        return months == null || number == null ? null : part(months, number, year);
    }

    private static Spoken part(int months, int number, @Nullable Integer year) {
        if (number < 1 || number > MONTHS / months) {
            throw new NotADate(DateRefusal.UNREADABLE);
        }
        return new Spoken.Part(months, number, year);
    }

    /** « semaine 12 de 2023 », 2023-W12: a week of ISO 8601. */
    private @Nullable Spoken week() {
        Integer before = cursor.number(4, 4);
        cursor.sign('-');
        Integer week = cursor.anyOf(WEEK) ? cursor.number(1, 2) : null;
        if (week == null) {
            return null;
        }
        Integer said = before == null ? yearOrNone() : before;
        Integer year = said == null ? asked.usualYear() : said;
        if (year == null) {
            throw new NotADate(DateRefusal.NO_YEAR);
        }
        LocalDate inFirst = LocalDate.of(year, 1, 4);
        if (year < 1
                || week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inFirst)
                                .getMaximum()) {
            throw new NotADate(DateRefusal.UNREADABLE);
        }
        Window days = Unit.WEEK.around(inFirst.plusWeeks(week - 1L));
        return new Spoken.Known(DateReader.within(days.earliest(), days.latest()));
    }

    private @Nullable Spoken season() {
        Season season = cursor.meaning(Vocabulary.SEASONS);
        if (season == null) {
            return null;
        }
        Integer year = yearOrNone();
        Integer next = year == null
                ? null
                : cursor.attempt(() -> {
                    boolean isWinter = season == Season.WINTER && (cursor.sign('-') || cursor.sign('/'));
                    return isWinter ? fullYear() : null;
                });
        if (year == null || next == null) {
            return new Spoken.OfSeason(season, year);
        }
        if (next != year + 1) {
            throw new NotADate(DateRefusal.UNREADABLE);
        }
        Window days = season.beginningIn(year);
        return new Spoken.Known(DateReader.within(days.earliest(), days.latest()));
    }

    private @Nullable Spoken numeric() {
        return new NumericReader(cursor, asked).point();
    }

    /** « jeudi 26 janvier 2023 », "the 3rd of May", and « le 3 » before « et le 5 mars 2023 ». */
    private @Nullable Spoken dayOfMonth() {
        DayOfWeek weekday = cursor.meaning(Vocabulary.WEEKDAYS);
        cursor.skip(Vocabulary.ARTICLES);
        Integer day = cursor.anyOf(FIRST) ? Integer.valueOf(1) : cursor.number(1, 2);
        if (day == null) {
            Spoken said = weekday == null ? null : monthThenDay();
            return said instanceof Spoken.Day(int number, Integer month, Integer year, DayOfWeek _)
                    ? new Spoken.Day(number, month, year, weekday)
                    : null;
        }
        cursor.skip(Vocabulary.SUFFIXES);
        Integer month = cursor.attempt(() -> {
            cursor.skip(Vocabulary.LINKS);
            cursor.sign('-');
            return cursor.meaning(Vocabulary.MONTHS);
        });
        return new Spoken.Day(day, month, month == null ? null : yearOrNone(), weekday);
    }

    /** "March 3rd, 2023"; « mars 23 » is rather a month of a year cut short. */
    private @Nullable Spoken monthThenDay() {
        Integer month = cursor.meaning(Vocabulary.MONTHS);
        Integer one = month == null ? null : cursor.number(1, 1);
        Integer day = month == null || one != null ? one : cursor.number(2, 2);
        if (day == null) {
            return null;
        }
        boolean isOrdinal = cursor.anyOf(List.of("st", "nd", "rd", "th"));
        Integer year = cursor.number(4, 4);
        return one == null && !isOrdinal && year == null ? null : new Spoken.Day(day, month, year, null);
    }

    private @Nullable Spoken month() {
        Integer month = cursor.meaning(Vocabulary.MONTHS);
        return month == null ? null : new Spoken.Part(1, month, yearOrNone());
    }

    private @Nullable Spoken year() {
        Integer year = cursor.number(4, 4);
        return year == null ? null : new Spoken.WholeYear(year);
    }

    /** The year that follows a month, a part of a year or a season. */
    private @Nullable Integer yearOrNone() {
        return cursor.attempt(() -> {
            cursor.skip(Vocabulary.LINKS);
            if (!cursor.sign('-')) {
                cursor.sign('/');
            }
            return fullYear();
        });
    }

    private @Nullable Integer fullYear() {
        Integer year = cursor.number(4, 4);
        if (year == null && cursor.number(2, 2) != null && !isDay()) {
            throw new NotADate(DateRefusal.TWO_DIGIT_YEAR);
        }
        return year;
    }

    /** Whether the number just passed is the day of another date. */
    private boolean isDay() {
        cursor.skip(Vocabulary.SUFFIXES);
        return cursor.meaning(Vocabulary.MONTHS) != null || cursor.sign('/') || cursor.sign('.');
    }
}
