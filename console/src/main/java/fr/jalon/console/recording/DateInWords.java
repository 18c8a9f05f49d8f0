package fr.jalon.console.recording;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.said.SaidDates;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody might type for a date that is written in a register, the shortest first. */
final class DateInWords {
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-3([3-6])");
    private static final Pattern SEMESTER = Pattern.compile("(\\d{4})-4([01])");

    private DateInWords() {}

    static Stream<String> of(String date, Language language) {
        Sentences words = Sentences.of(DateInWords.class, "typed", language);
        Matcher quarter = QUARTER.matcher(date);
        if (quarter.matches()) {
            return Stream.of(words.say("quarter", number(quarter, 2), quarter.group(1)));
        }
        Matcher semester = SEMESTER.matcher(date);
        if (semester.matches()) {
            return Stream.of(words.say("semester", number(semester, -1), semester.group(1)));
        }
        String said = SaidDates.in(language).effective(date).replaceFirst("^(le|on) ", "");
        return Stream.concat(Stream.of(said), window(date, language, words).stream());
    }

    /** The last digit of such a date, counted from one. */
    private static String number(Matcher date, int before) {
        return Integer.toString(Integer.parseInt(date.group(2)) - before);
    }

    private static List<String> window(String date, Language language, Sentences words) {
        try {
            Window window = Point.parse(date).window();
            boolean isOpen = !Days.isBounded(window.earliest()) || !Days.isBounded(window.latest());
            return isOpen
                    ? List.of()
                    : List.of(words.say("between", day(window.earliest(), language), day(window.latest(), language)));
        } catch (MalformedDate noPoint) {
            return List.of();
        }
    }

    private static String day(LocalDate day, Language language) {
        return SaidDates.in(language).effective(day.toString()).replaceFirst("^(le|on) ", "");
    }
}
