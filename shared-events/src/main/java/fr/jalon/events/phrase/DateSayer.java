package fr.jalon.events.phrase;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words which days a date of the register means. */
public final class DateSayer {
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-3([3-6])");
    private static final Pattern SEMESTER = Pattern.compile("(\\d{4})-4([01])");
    private static final DateSayer FRENCH = new DateSayer(Language.FRENCH);
    private static final DateSayer ENGLISH = new DateSayer(Language.ENGLISH);

    private final Sentences sentences;
    private final Language language;

    private DateSayer(Language language) {
        this.language = language;
        this.sentences = Sentences.of(DateSayer.class, "phrases", language);
    }

    public static DateSayer in(Language language) {
        return switch (language) {
            case FRENCH -> FRENCH;
            case ENGLISH -> ENGLISH;
        };
    }

    /** The days of a point, and of a period those of its beginning and of its end. */
    public String say(Effective effective) {
        return switch (effective) {
            case Point point -> days(point.window());
            case Period period -> period(period);
        };
    }

    /** When something begins or ends: « entre le 1ᵉʳ janvier et le 22 février 2023 ». */
    public String within(Point point) {
        return bound(point.window());
    }

    /** A quarter or a semester as people write it, « T1 2023 »; nothing of any other date. */
    public Optional<String> partOfYear(String date) {
        Matcher quarter = QUARTER.matcher(date);
        if (quarter.matches()) {
            return Optional.of(sentences.say("quarter.short", number(quarter, 2), quarter.group(1)));
        }
        Matcher semester = SEMESTER.matcher(date);
        return semester.matches()
                ? Optional.of(sentences.say("semester.short", number(semester, -1), semester.group(1)))
                : Optional.empty();
    }

    /** The last digit of such a date, counted from one. */
    private static String number(Matcher date, int before) {
        return Integer.toString(Integer.parseInt(date.group(2)) - before);
    }

    private String period(Period period) {
        String start = bound(period.start().window());
        return switch (period.end()) {
            case Period.Open _ -> sentences.say("period.open", start);
            case Period.Until until ->
                sentences.say("period.until", start, bound(until.last().window()));
            case Period.Lasting lasting -> sentences.say("period.lasting", start, length(lasting.length()));
        };
    }

    /** One unknown day: « du 1ᵉʳ juillet au 31 décembre 2022 ». */
    private String days(Window window) {
        return window("days.", window);
    }

    /** The same for a beginning or an end, where « du … au … » would be taken for the whole period. */
    private String bound(Window window) {
        return window("bound.", window);
    }

    private String window(String kind, Window window) {
        LocalDate from = window.earliest();
        LocalDate to = window.latest();
        if (from.equals(to)) {
            return sentences.say("day", day(from));
        }
        if (!Days.isBounded(from)) {
            return sentences.say("until", day(to));
        }
        return Days.isBounded(to)
                ? sentences.say(kind + "between", beginning(from, to), day(to))
                : sentences.say("from", day(from));
    }

    /** A day before another, without the month and the year that it shares with that one. */
    private String beginning(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return day(from);
        }
        return from.getMonth() == to.getMonth() ? number(from) : number(from) + " " + month(from);
    }

    private String day(LocalDate day) {
        return number(day) + " " + month(day) + " " + day.getYear();
    }

    private String number(LocalDate day) {
        boolean isFirst = language == Language.FRENCH && day.getDayOfMonth() == 1;
        return isFirst ? "1ᵉʳ" : Integer.toString(day.getDayOfMonth());
    }

    private String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMMM", language.locale()).format(day);
    }

    private String length(java.time.Period length) {
        StringBuilder said = new StringBuilder();
        add(said, "length.years", length.getYears());
        add(said, "length.months", length.getMonths());
        add(said, "length.days", length.getDays());
        return said.toString();
    }

    private void add(StringBuilder said, String unit, int count) {
        if (count != 0) {
            said.append(said.isEmpty() ? "" : " ").append(sentences.say(unit, count));
        }
    }
}
