package fr.jalon.axonserver.mirror;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.store.log.AppendConnection;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.LogWriter;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the log into this database, in its order and with its index (<i>copie du journal</i>). Of several processes
 * one copies at a time; another takes over when it ends.
 */
public final class LogMirror implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogMirror.class);
    private static final int BATCH = 1_000;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration STAND_BY = Duration.ofMillis(500);

    private final EventLog original;
    private final EventLog copy;
    private final DataSource database;
    private final LogWriter end;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("log-mirror").unstarted(this::run);
    private volatile @Nullable Exception trouble;
    private volatile boolean copying;

    /**
     * One that waits for {@link #start()}.
     *
     * @param original the log itself
     * @param database where the copy is; the role may copy into it
     */
    public LogMirror(EventLog original, DataSource database) {
        this.original = original;
        this.copy = new PostgresEventLog(database);
        this.database = database;
        this.end = AppendConnection.copying(database);
    }

    public void start() {
        thread.start();
    }

    /** How many entries the copy lacks. */
    long lag() {
        return Math.max(0, original.head() - copy.head());
    }

    /** Why it does not get on; null while it does. */
    @Nullable
    Exception trouble() {
        return trouble;
    }

    /** Whether it is this process that copies. */
    boolean isCopying() {
        return copying;
    }

    private void run() {
        while (isOpen(Duration.ZERO)) {
            try (Connection lock = database.getConnection()) {
                if (isAlone(lock)) {
                    try {
                        copy(lock);
                    } finally {
                        copying = false;
                        release(lock);
                    }
                }
                trouble = null;
            } catch (Exception e) {
                if (trouble == null) {
                    LOG.error("The log cannot be copied; it is tried again and again", e);
                }
                trouble = e;
            }
            isOpen(STAND_BY);
        }
    }

    /** Copies as long as the lock's connection lives, for the lock is lost with it. */
    private void copy(Connection lock) throws SQLException, RefusedAppendException {
        Optional<StoredEvent> last = last();
        List<StoredEvent> next = after(last);
        boolean open = true;
        while (open) {
            copying = true;
            if (!next.isEmpty()) {
                // Should another process copy all the same, one of the two is refused: an entry's id is there once.
                end.append(next.stream().map(LogMirror::again).toList());
                last = Optional.of(next.getLast());
            }
            trouble = null;
            open = isOpen(next.isEmpty() ? LOOK : Duration.ZERO) && lock.isValid(1);
            if (open) {
                next = original.head() == index(last) ? List.of() : after(last);
            }
        }
    }

    private Optional<StoredEvent> last() {
        return copy.after(copy.head() - 1, 1).stream().findFirst();
    }

    /** What follows the last that is held, which must be what the log holds there. */
    private List<StoredEvent> after(Optional<StoredEvent> last) {
        if (last.isEmpty()) {
            return original.after(0, BATCH);
        }
        List<StoredEvent> page = original.after(index(last) - 1, BATCH + 1);
        if (page.isEmpty() || !page.getFirst().equals(last.get())) {
            throw new DivergedCopyException(index(last));
        }
        return page.subList(1, page.size());
    }

    private static long index(Optional<StoredEvent> event) {
        return event.map(StoredEvent::globalIndex).orElse(0L);
    }

    static NewEvent again(StoredEvent event) {
        return new NewEvent(
                event.entryId(),
                event.territory(),
                event.position(),
                ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    private static boolean isAlone(Connection lock) throws SQLException {
        try (Statement statement = lock.createStatement()) {
            return AdvisoryLock.MIRROR.tryTake(statement);
        }
    }

    /** A connection goes back to its pool with the locks it has: whoever is given another would never be alone. */
    private static void release(Connection lock) {
        try (Statement statement = lock.createStatement()) {
            AdvisoryLock.MIRROR.release(statement);
        } catch (SQLException e) {
            LOG.debug("The connection is broken, and its lock is gone with it", e);
        }
    }

    private boolean isOpen(Duration pause) {
        try {
            return !closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Finishes the batch it is at. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.close();
    }
}
