package fr.jalon.standalone.cli.terminal;

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
public final class SaidDate {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(Days.ZONE);

    private SaidDate() {}

    /** A day, a point or a period; nothing where there is none. */
    public static String effective(JsonNode date) {
        String text = date.asString("");
        if (text.isEmpty() || YEAR.matcher(text).matches()) {
            return text;
        }
        try {
            return DateSayer.in(Surroundings.current().language()).say(Effective.parse(text));
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
