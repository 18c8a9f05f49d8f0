package fr.jalon.query.state;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.asked.Permalink;
import fr.jalon.web.problem.ParameterForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Time travel over HTTP (RFC 7089) on the recorded axis: a territory's state is its own TimeGate, answers 200, and its
 * mementos are its permanent links (pattern 1.2).
 */
final class Mementos {
    static final String ACCEPT_DATETIME = "Accept-Datetime";
    static final String LINK_FORMAT = "application/link-format";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final int FIRST_YEAR = 1900;

    private Mementos() {}

    /** What a state says of itself, and of its other times: where they are, and its own where it is one of them. */
    static CacheableAnswer of(String territory, AskedDay day, Asked asked, CitedPlace place, boolean negotiated) {
        boolean isPinned = asked.isPlaceGiven() && place.holds();
        Permalink link =
                Permalink.to("territories", territory).with("asOf", day.asOf()).with("knownAt", place.pin());
        CacheableAnswer answer =
                asked.marked(CacheableAnswer.of(place.tag(), day, isPinned)).citedBy(link);
        if (negotiated) {
            answer = answer.with(HttpHeaders.CONTENT_LOCATION, link.toString());
        }
        if (!asked.isPlaceGiven()) {
            answer = answer.with(HttpHeaders.VARY, ACCEPT_DATETIME);
        }
        AsOf given = day.isGiven() ? day.asOf() : null;
        answer = answer.with(HttpHeaders.LINK, original(territory, given).as("original timegate"))
                .with(HttpHeaders.LINK, timemap(territory, given).as("timemap") + "; type=\"" + LINK_FORMAT + "\"");
        Instant recordedAt = place.known().recordedAt();
        boolean isMemento = negotiated || (day.isGiven() && isPinned);
        return isMemento && recordedAt != null ? answer.with("Memento-Datetime", write(recordedAt)) : answer;
    }

    static Permalink original(String territory, @Nullable AsOf asOf) {
        return Permalink.to("territories", territory).with("asOf", asOf);
    }

    static Permalink timemap(String territory, @Nullable AsOf asOf) {
        return Permalink.to("territories", territory, "timemap").with("asOf", asOf);
    }

    static String write(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The end of that second, as HTTP dates know no less. */
    static KnownAt read(String given) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(
                    given, DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT));
            if (given.endsWith(" GMT") && date.getYear() >= FIRST_YEAR) {
                return new KnownAt(date.toInstant().plusSeconds(1).minus(1, ChronoUnit.MICROS));
            }
        } catch (DateTimeException e) {
            // No date of the calendar.
        }
        throw ParameterForm.HTTP_DATE.missedBy(ACCEPT_DATETIME).asException();
    }
}
