package fr.jalon.console.say;

import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.language.Withheld;
import fr.jalon.events.phrase.DateSayer;
import fr.jalon.events.said.AnswerWords;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What pages say of values and dates, in one language. */
public final class Words {
    private static final Words FRENCH = new Words(Language.FRENCH);
    private static final Words ENGLISH = new Words(Language.ENGLISH);

    private final Language language;
    private final AnswerWords answers;
    private final DateSayer days;
    private final Sentences sentences;
    private final DateTimeFormatter month;
    private final DateTimeFormatter minute;

    private Words(Language language) {
        this.language = language;
        this.answers = AnswerWords.in(language);
        this.days = DateSayer.in(language);
        this.sentences = Sentences.of(Words.class, "dates", language);
        this.month = DateTimeFormatter.ofPattern("MMMM uuuu", language.locale());
        this.minute = DateTimeFormatter.ofPattern("HH:mm", language.locale()).withZone(Days.ZONE);
    }

    public static Words in(Language language) {
        return switch (language) {
            case FRENCH -> FRENCH;
            case ENGLISH -> ENGLISH;
        };
    }

    public AnswerWords answers() {
        return answers;
    }

    public Labels labels() {
        return Labels.in(language.locale());
    }

    /** {@code fr} or {@code en}. */
    public String code() {
        return language.locale().getLanguage();
    }

    /** What a value tells, who and what first. */
    public String value(JsonNode value) {
        return answers.value(value);
    }

    /** What stands in the place of a text that nobody reads any more. */
    public String redacted() {
        return Withheld.REDACTED_TEXT.in(language);
    }

    /** A day: « 30 juin 2023 ». */
    public String day(LocalDate day) {
        return days.say(Point.day(day)).replaceFirst("^(le|on) ", "");
    }

    /** Some day between two, as far as they are bounded. */
    public String within(LocalDate earliest, LocalDate latest) {
        return days.within(Point.within(new Window(earliest, latest)));
    }

    /** A sum that is known, or between which two it is. */
    public String sum(String atLeast, String atMost, String currency) {
        String least = answers.sum(atLeast, currency);
        return atLeast.equals(atMost) ? least : sentences.say("sum", least, answers.sum(atMost, currency));
    }

    /** That so many have no amount that is known. */
    public String withoutAmount(int many) {
        return sentences.say("without-amount", many);
    }

    /** An instant to the minute, in Paris. */
    public String instant(Instant instant) {
        return sentences.say("minute", day(LocalDate.ofInstant(instant, Days.ZONE)), minute.format(instant));
    }

    /** The same of what an answer has. */
    public String instant(JsonNode instant) {
        return instant(Instant.parse(instant.asString("")));
    }

    /** Since when, with both bounds where the day is not known; nothing for null. */
    public String since(@Nullable String point) {
        return bound("since", point);
    }

    /** Until when. */
    public String until(@Nullable String point) {
        return bound("until", point);
    }

    /** The beginning and the end of something, as far as they are known. */
    public String period(@Nullable String since, @Nullable String until) {
        String from = since(since);
        String to = until(until);
        return from.isEmpty() || to.isEmpty() ? from + to : sentences.say("period", from, to);
    }

    private String bound(String which, @Nullable String text) {
        if (text == null) {
            return "";
        }
        Window window;
        try {
            window = Point.parse(text).window();
        } catch (MalformedDate newer) {
            return text;
        }
        LocalDate from = window.earliest();
        LocalDate to = window.latest();
        if (from.equals(to)) {
            return sentences.say(which + ".day", day(from));
        }
        if (!Days.isBounded(from)) {
            return sentences.say(which + ".latest", day(to));
        }
        if (!Days.isBounded(to)) {
            return sentences.say(which + ".earliest", day(from));
        }
        String called = called(from, to);
        return called == null
                ? sentences.say(which + ".between", day(from), day(to))
                : sentences.say(which + ".within", called, day(from), day(to));
    }

    /** What people call a stretch of days: a year, a month. */
    private @Nullable String called(LocalDate from, LocalDate to) {
        boolean isYear = from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
        if (isYear) {
            return Integer.toString(from.getYear());
        }
        boolean isMonth = from.getDayOfMonth() == 1 && ChronoUnit.DAYS.between(from, to) + 1 == from.lengthOfMonth();
        return isMonth ? month.format(from) : null;
    }
}
