package fr.jalon.console.draw;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.phrase.DateSayer;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What pictures and their tables say, in one language. */
final class DrawnWords {
    private static final Pattern ARTICLE = Pattern.compile("^(le|on) ");

    final Language language;
    private final Sentences sentences;

    DrawnWords(Language language) {
        this.language = language;
        this.sentences = Sentences.of(DrawnWords.class, "draw", language);
    }

    String words(String key) {
        return sentences.words(key);
    }

    String say(String key, Object... given) {
        return sentences.say(key, given);
    }

    /** « 1ᵉʳ juin 2023 ». */
    String day(LocalDate day) {
        return ARTICLE.matcher(dates(day.toString())).replaceFirst("");
    }

    /** « du 1ᵉʳ janvier au 31 décembre 2022 », « à partir du 1ᵉʳ janvier 2022 ». */
    String days(DayRange range) {
        LocalDate from = range.from();
        LocalDate to = range.to();
        if (!Days.isBounded(from)) {
            return Days.isBounded(to) ? say("days.until", day(to.minusDays(1))) : words("days.all");
        }
        return Days.isBounded(to) ? dates("[" + from + ".." + to.minusDays(1) + "]") : say("days.from", day(from));
    }

    /** What a bar says, whole: its words, its days and how sure they are. */
    String told(Bar bar) {
        String told = switch (bar) {
            case Bar.Held held -> held(held.label(), held.days(), held.certain());
            case Bar.Announced announced -> say(status(announced), announced.label(), days(announced.days()));
        };
        return bar.contested() ? say("told.contested", told) : told;
    }

    String held(String label, DayRange possible, @Nullable DayRange certain) {
        if (certain == null) {
            return say("told.possible", label, days(possible));
        }
        return certain.equals(possible)
                ? say("told.certain", label, days(certain))
                : say("told.partly", label, days(possible), days(certain));
    }

    /** What stands on a bar: what is not certain says so. */
    String label(Bar bar) {
        return switch (bar) {
            case Bar.Held held -> held.certain() == null ? say("label.possible", held.label()) : held.label();
            case Bar.Announced announced ->
                say(announced.planned() ? "label.planned" : "label.hoped", announced.label());
        };
    }

    private static String status(Bar.Announced announced) {
        return announced.planned() ? "told.planned" : "told.hoped";
    }

    private String dates(String written) {
        return DateSayer.in(language).say(Effective.parse(written));
    }
}
