package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.tracking.ProjectionSettings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the projection: starts it anew where it stands still behind the log or its claims are neglected, and
 * tries parked territories again.
 */
final class ProjectionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWatch.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final long END_SECONDS = 10;
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

    private final ProjectionProcessor projection;
    private final ProjectionSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("projection-watch").factory());
    private Duration patience;
    private long reached = -1;
    private long signOfLife;
    private long movedAt = System.nanoTime();
    private long looks;
    private long lookedAt = movedAt;
    private long triedAt = System.nanoTime();

    ProjectionWatch(ProjectionProcessor projection, ProjectionSettings settings) {
        this.projection = projection;
        this.settings = settings;
        this.patience = settings.patience();
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            lookAfterProgress(projection.advance().head(), projection.ownReached());
        } catch (RuntimeException e) {
            // While the database is away nothing can move, and nothing need be said: health asks for itself.
            LOG.debug("The projection cannot be looked after", e);
            movedAt = System.nanoTime();
            lookedAt = movedAt;
            return;
        }
        tryAgain();
    }

    /** A fault here is no outage, and says nothing of whether the projection moves. */
    private void tryAgain() {
        if (since(triedAt).compareTo(settings.retryEvery()) >= 0) {
            triedAt = System.nanoTime();
            try {
                projection.parked().retry();
            } catch (RuntimeException e) {
                LOG.debug("Not all that is parked could be tried again", e);
            }
        }
    }

    /** A long batch is no standstill: each start in vain doubles the wait for the next. */
    private void lookAfterProgress(long head, long own) {
        if (own != reached) {
            patience = settings.patience();
        }
        if (own != reached || own >= head || projection.signOfLife() != signOfLife) {
            reached = own;
            signOfLife = projection.signOfLife();
            movedAt = System.nanoTime();
        }
        if (projection.looks() != looks) {
            looks = projection.looks();
            lookedAt = System.nanoTime();
        }
        if (since(movedAt).compareTo(patience) >= 0 || since(lookedAt).compareTo(patience) >= 0) {
            patience = patience.multipliedBy(2).compareTo(MOST_PATIENCE) < 0 ? patience.multipliedBy(2) : MOST_PATIENCE;
            projection.restart();
            movedAt = System.nanoTime();
            lookedAt = movedAt;
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
