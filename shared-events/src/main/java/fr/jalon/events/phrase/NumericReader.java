package fr.jalon.events.phrase;

import fr.jalon.events.language.Language;
import org.jspecify.annotations.Nullable;

/** Reads dates that are written in numbers alone: 26/01/2023, 26.01.2023, 2023-01-26, 01/2023, 26/01. */
final class NumericReader {
    private static final int MONTHS = 12;
    private static final int FIRST_QUARTER = 33;
    private static final int FIRST_SEMESTER = 40;

    private final PhraseCursor cursor;
    private final DateReader asked;

    NumericReader(PhraseCursor cursor, DateReader asked) {
        this.cursor = cursor;
        this.asked = asked;
    }

    @Nullable
    Spoken point() {
        Integer year = cursor.number(4, 4);
        return year == null ? yearLast() : yearFirst(year);
    }

    private @Nullable Spoken yearFirst(int year) {
        Character sign = sign();
        Integer part = sign == null ? null : cursor.number(1, 2);
        if (sign == null || part == null) {
            return null;
        }
        Integer day = cursor.attempt(() -> cursor.sign(sign) ? cursor.number(1, 2) : null);
        if (day != null) {
            return new Spoken.Day(day, part, year, null);
        }
        if (part >= 1 && part <= MONTHS) {
            return new Spoken.Part(1, part, year);
        }
        if (part >= FIRST_QUARTER && part < FIRST_QUARTER + 4 && sign == '-') {
            return new Spoken.Part(3, part - FIRST_QUARTER + 1, year);
        }
        if (part >= FIRST_SEMESTER && part < FIRST_SEMESTER + 2 && sign == '-') {
            return new Spoken.Part(6, part - FIRST_SEMESTER + 1, year);
        }
        if (part == (year + 1) % 100) {
            throw new NotADate(DateRefusal.TWO_DIGIT_YEAR);
        }
        return null;
    }

    private @Nullable Spoken yearLast() {
        Integer one = cursor.number(1, 2);
        Character sign = one == null ? null : sign();
        if (one == null || sign == null) {
            return null;
        }
        Integer year = cursor.number(4, 4);
        if (year != null) {
            return one >= 1 && one <= MONTHS ? new Spoken.Part(1, one, year) : null;
        }
        Integer other = cursor.number(1, 2);
        if (other == null) {
            return null;
        }
        if (!cursor.sign(sign)) {
            return sign == '/' ? day(one, other, null) : null;
        }
        Integer last = cursor.number(4, 4);
        if (last == null && cursor.number(2, 2) != null) {
            throw new NotADate(DateRefusal.TWO_DIGIT_YEAR);
        }
        return last == null ? null : day(one, other, last);
    }

    /** In French the day comes first; in English nobody can tell, unless only one of them can be a month. */
    private Spoken day(int one, int other, @Nullable Integer year) {
        boolean mayBeMonth = one >= 1 && one <= MONTHS;
        boolean isMonthFirst = asked.language() == Language.ENGLISH && mayBeMonth && other > MONTHS;
        if (isMonthFirst) {
            return new Spoken.Day(other, one, year, null);
        }
        Integer known = year == null ? asked.usualYear() : year;
        boolean isEither = mayBeMonth && other >= 1 && other <= MONTHS && one != other;
        if (asked.language() == Language.ENGLISH && isEither && known != null && known > 0) {
            throw asked.ambiguous(known, one, other);
        }
        return new Spoken.Day(one, other, year, null);
    }

    private @Nullable Character sign() {
        for (char sign : new char[] {'/', '-', '.'}) {
            if (cursor.sign(sign)) {
                return sign;
            }
        }
        return null;
    }
}
