package fr.jalon.web.start;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Work in the database that is done every day, first a minute after the start, and tried again a day later. */
public final class Daily implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofDays(1);

    private final ScheduledExecutorService thread;

    /** @param name what a log calls it */
    public Daily(String name, Runnable work) {
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = thread.scheduleAtFixedRate(
                () -> doOrTell(name, work), FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private static void doOrTell(String name, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn(
                    "{} could not be done; it is tried again tomorrow: {}",
                    name,
                    e.getMostSpecificCause().getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
