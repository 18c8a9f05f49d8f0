package fr.jalon.query.state;

import fr.jalon.answers.KnownAt;
import fr.jalon.query.asked.Freshness;
import fr.jalon.query.asked.Permalink;
import fr.jalon.readmodel.question.Known;
import fr.jalon.readmodel.question.States;
import fr.jalon.web.problem.Problems;
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

    /**
     * The memento closest to a date: the last entry recorded up to the end of that second, as HTTP dates know no less, and
     * the first of all for an earlier date.
     */
    static KnownAt closest(States states, String territory, String acceptDatetime) {
        Instant end = read(acceptDatetime).plusSeconds(1).minus(1, ChronoUnit.MICROS);
        long position = states.known(territory, new KnownAt.At(end))
                .map(Known::position)
                .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
        return new KnownAt.Through(Math.max(1, position));
    }

    /** What a state says of its other times: where they are, and its own where it is one of them. */
    static Freshness headers(Freshness freshness, String territory, @Nullable String asOf, @Nullable Instant memento) {
        Freshness linked = freshness
                .with(HttpHeaders.LINK, original(territory, asOf).as("original timegate"))
                .with(HttpHeaders.LINK, timemap(territory, asOf).as("timemap") + "; type=\"" + LINK_FORMAT + "\"");
        return memento == null ? linked : linked.with("Memento-Datetime", write(memento));
    }

    static Permalink original(String territory, @Nullable String asOf) {
        return Permalink.to("territories", territory).with("asOf", asOf);
    }

    static Permalink timemap(String territory, @Nullable String asOf) {
        return Permalink.to("territories", territory, "timemap").with("asOf", asOf);
    }

    static String write(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Instant read(String given) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(
                    given, DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT));
            if (given.endsWith(" GMT") && date.getYear() >= FIRST_YEAR) {
                return date.toInstant();
            }
        } catch (DateTimeException e) {
            // No date of the calendar.
        }
        throw Problems.invalidParameter(ACCEPT_DATETIME).asException();
    }
}
