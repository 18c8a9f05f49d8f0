package fr.jalon.events.said;

import fr.jalon.events.language.Language;
import fr.jalon.events.phrase.DateSayer;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Dates of answers in the reader's words; one that only a newer server writes is shown as it came. */
public final class SaidDates {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(Days.ZONE);
    private static final SaidDates FRENCH = new SaidDates(Language.FRENCH);
    private static final SaidDates ENGLISH = new SaidDates(Language.ENGLISH);

    private final DateSayer sayer;

    private SaidDates(Language language) {
        this.sayer = DateSayer.in(language);
    }

    public static SaidDates in(Language language) {
        return switch (language) {
            case FRENCH -> FRENCH;
            case ENGLISH -> ENGLISH;
        };
    }

    /** A day, a point or a period; nothing where there is none. */
    public String effective(JsonNode date) {
        return effective(date.asString(""));
    }

    /** The same of its text. */
    public String effective(String text) {
        if (text.isEmpty() || YEAR.matcher(text).matches()) {
            return text;
        }
        try {
            return sayer.say(Effective.parse(text));
        } catch (MalformedDate newer) {
            return text;
        }
    }

    /** An instant to the minute, as clocks show it in Paris. */
    public static String minute(JsonNode instant) {
        try {
            return MINUTE.format(Instant.parse(instant.asString("")));
        } catch (DateTimeParseException newer) {
            return instant.asString("");
        }
    }
}
