package fr.jalon.tables.workbook;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** What people see of a number in a cell, by the code of its format. */
enum Shown {
    NUMBER,
    PERCENTAGE,
    TIME,
    YEAR,
    MONTH,
    DAY,
    /** A day and a time. */
    MOMENT;

    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;

    /** What is shown by the letters of a {@link FormatCode}. */
    static Shown by(String ofCode) {
        String letters = ofCode.toLowerCase(Locale.ROOT);
        if (letters.indexOf('%') >= 0) {
            return PERCENTAGE;
        }
        if (letters.indexOf('#') >= 0) {
            return NUMBER;
        }
        boolean hasYear = letters.indexOf('y') >= 0;
        boolean hasDay = letters.indexOf('d') >= 0;
        boolean hasTime = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        if (hasDay) {
            return hasTime ? MOMENT : DAY;
        }
        if (hasYear) {
            return letters.indexOf('m') >= 0 ? MONTH : YEAR;
        }
        return hasTime ? TIME : NUMBER;
    }

    boolean isOfDays() {
        return switch (this) {
            case YEAR, MONTH, DAY, MOMENT -> true;
            case NUMBER, PERCENTAGE, TIME -> false;
        };
    }

    /** As much of a day as is shown. */
    String text(LocalDate day, LocalTime time) {
        boolean showsTime = this == MOMENT && !time.equals(LocalTime.MIDNIGHT);
        return showsTime ? day + "T" + time : text(day.toString());
    }

    /** The same, of a day written as {@code 2023-01-26}. */
    String text(String day) {
        return switch (this) {
            case YEAR -> day.substring(0, YEAR_LENGTH);
            case MONTH -> day.substring(0, MONTH_LENGTH);
            case NUMBER, PERCENTAGE, TIME, DAY, MOMENT -> day;
        };
    }
}
