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

    /** What a format's code shows, gone through once: texts, colours, countries and escaped letters say nothing. */
    static Shown by(String code) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            switch (character) {
                case '"' -> i = closing(code, '"', i);
                case '[' -> {
                    int closing = closing(code, ']', i);
                    letters.append(elapsed(code.substring(i + 1, Math.min(closing, code.length()))));
                    i = closing;
                }
                case '\\', '_', '*' -> i++;
                default -> letters.append(character);
            }
        }
        return byLetters(letters.toString().toLowerCase(Locale.ROOT));
    }

    private static int closing(String code, char mark, int opening) {
        int closing = code.indexOf(mark, opening + 1);
        return closing < 0 ? code.length() : closing;
    }

    /** Hours, minutes or seconds that are counted on past a day stand in brackets. */
    private static String elapsed(String inBrackets) {
        return inBrackets.matches("(?i)h{1,9}|m{1,9}|s{1,9}") ? "h" : "";
    }

    private static Shown byLetters(String letters) {
        if (letters.indexOf('%') >= 0) {
            return PERCENTAGE;
        }
        if (letters.indexOf('#') >= 0 || letters.equals("standard")) {
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
