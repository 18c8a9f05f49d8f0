package fr.jalon.events.phrase;

import fr.jalon.events.time.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** A stretch of the calendar by which people count. */
enum Unit {
    DAY(Period.ofDays(1), "D", 1),
    WEEK(Period.ofWeeks(1), "W", 1),
    MONTH(Period.ofMonths(1), "M", 1),
    QUARTER(Period.ofMonths(3), "M", 3),
    SEMESTER(Period.ofMonths(6), "M", 6),
    YEAR(Period.ofYears(1), "Y", 1);

    private final Period length;
    private final String letter;
    private final int letters;

    Unit(Period length, String letter, int letters) {
        this.length = length;
        this.letter = letter;
        this.letters = letters;
    }

    LocalDate after(LocalDate day, int count) {
        return day.plus(length.multipliedBy(count));
    }

    /** The whole week, month or other unit that a day lies in. */
    Window around(LocalDate day) {
        LocalDate first = switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> firstOf(day, 3);
            case SEMESTER -> firstOf(day, 6);
            case YEAR -> day.withDayOfYear(1);
        };
        return new Window(first, after(first, 1).minusDays(1));
    }

    /** So many of it as an ISO duration. */
    String duration(int count) {
        return "P" + count * letters + letter;
    }

    private static LocalDate firstOf(LocalDate day, int months) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
    }

    /** How long something lasts, as it is said: « six mois ». */
    record Length(int count, Unit unit) {
        /** The length that stands at the cursor. */
        static @Nullable Length at(PhraseCursor cursor) {
            return cursor.attempt(() -> {
                Integer digits = cursor.number(1, 4);
                Integer count = digits == null ? cursor.meaning(Vocabulary.NUMBERS) : digits;
                cursor.sign('-');
                Unit unit = count == null ? null : cursor.meaning(Vocabulary.UNITS);
                return count == null || unit == null ? null : new Length(count, unit);
            });
        }

        /** As the register writes it. */
        String text() {
            return unit.duration(count);
        }
    }
}
