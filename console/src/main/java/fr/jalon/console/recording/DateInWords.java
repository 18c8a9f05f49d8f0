package fr.jalon.console.recording;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.phrase.DateSayer;
import fr.jalon.events.said.SaidDates;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody might type for a date that is written in a register, the shortest first. */
final class DateInWords {
    private DateInWords() {}

    static Stream<String> of(String date, Language language) {
        Sentences words = Sentences.of(DateInWords.class, "typed", language);
        Optional<String> part = DateSayer.in(language).partOfYear(date);
        if (part.isPresent()) {
            return part.stream();
        }
        String said = SaidDates.in(language).effective(date).replaceFirst("^(le|on) ", "");
        return Stream.concat(Stream.of(said), window(date, language, words).stream());
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
