package fr.jalon.web.request;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.util.regex.Pattern;

/** Writes a log event on one line: line breaks and other control characters, which clients may send, become spaces. */
public final class OneLine extends CompositeConverter<ILoggingEvent> {
    private static final Pattern BREAKS =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    @Override
    protected String transform(ILoggingEvent event, String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
