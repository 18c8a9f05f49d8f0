package fr.jalon.query.vocabulary;

import fr.jalon.events.language.Sentences;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates of the register as people write them in a table: « mars 2023 », « 26/01/2023 ».
 *
 * @param words the sentences of a template
 */
record HandDate(Sentences words, Locale locale) {
    private static final DateTimeFormatter FIGURES = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final int QUARTER = 3;
    private static final int HALF = 6;
    private static final int YEAR = 12;

    /** A period stays as it is. */
    String of(String date) {
        return switch (Effective.parse(date)) {
            case Point point -> point(point.window());
            case Period period -> period.text();
        };
    }

    private String point(Window window) {
        LocalDate from = window.earliest();
        LocalDate to = window.latest();
        if (from.equals(to)) {
            return FIGURES.format(from);
        }
        if (!Days.isBounded(from)) {
            return words.say("date.until", day(to));
        }
        if (!Days.isBounded(to)) {
            return words.say("date.from", day(from));
        }
        String year = Integer.toString(from.getYear());
        return switch (months(from, to)) {
            case 1 -> DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(from);
            case QUARTER -> words.say("date.quarter", number(from, QUARTER), year);
            case HALF -> words.say("date.half", number(from, HALF), year);
            case YEAR -> year;
            default -> words.say("date.between", day(from), day(to));
        };
    }

    /** How many months of its year these days are, where the year is cut into such parts; else 0. */
    private static int months(LocalDate from, LocalDate to) {
        int months = (int) ChronoUnit.MONTHS.between(from, to.plusDays(1));
        boolean isWhole = from.getDayOfMonth() == 1
                && to.equals(YearMonth.from(to).atEndOfMonth())
                && from.getYear() == to.getYear();
        return isWhole && (from.getMonthValue() - 1) % months == 0 ? months : 0;
    }

    private static int number(LocalDate from, int months) {
        return (from.getMonthValue() - 1) / months + 1;
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
    }
}
