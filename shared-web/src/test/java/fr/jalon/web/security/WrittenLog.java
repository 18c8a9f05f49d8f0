package fr.jalon.web.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.jalon.web.access.AccessRecord;
import java.util.List;
import org.slf4j.LoggerFactory;

/** A security log, and what the thread that looks at it and all others wrote there since. */
public final class WrittenLog implements AutoCloseable {
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final SecurityLog log = new SecurityLog(new Repeats(), AccessRecord.NONE);

    public WrittenLog() {
        written.start();
        // Whatever a server of another test has asked for.
        logger().setLevel(Level.INFO);
        logger().addAppender(written);
    }

    public SecurityLog log() {
        return log;
    }

    public List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger().detachAppender(written);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(SecurityLog.LOGGER);
    }
}
