package fr.jalon.web.start;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Work that is done again and again as long as a service runs. What fails is told once and tried again in its turn. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration END = Duration.ofSeconds(10);

    private final String name;
    private final Runnable work;
    private final ScheduledExecutorService thread;
    private boolean isFailing;

    private Rounds(String name, Duration first, Duration pause, Runnable work) {
        this.name = name;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = thread.scheduleWithFixedDelay(
                this::doOrTell, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Every day, first a minute after the start.
     *
     * @param name what a log calls it
     */
    public static Rounds daily(String name, Runnable work) {
        return new Rounds(name, Duration.ofMinutes(1), Duration.ofDays(1), work);
    }

    /**
     * With this pause between one round and the next, from now on.
     *
     * @param name what a log calls it
     */
    public static Rounds every(Duration pause, String name, Runnable work) {
        return new Rounds(name, Duration.ZERO, pause, work);
    }

    private void doOrTell() {
        try {
            work.run();
            isFailing = false;
        } catch (RuntimeException e) {
            if (!isFailing) {
                tell(e);
            }
            isFailing = true;
        }
    }

    private void tell(RuntimeException failure) {
        if (failure instanceof DataAccessException away) {
            LOG.warn(
                    "{} could not be done; it is tried again: {}",
                    name,
                    away.getMostSpecificCause().getMessage());
        } else {
            LOG.error("{} could not be done; it is tried again", name, failure);
        }
    }

    /** Lets the round under way finish. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
