package fr.jalon.web.access;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drops what is older than the access record is kept, every day: it names persons' accounts and addresses, and serves
 * no end for ever.
 */
public final class AccessRetention implements AutoCloseable {
    /** No less, whatever is configured: the database itself refuses to drop what is younger. */
    public static final Duration SHORTEST = Duration.ofDays(180);

    private static final Logger LOG = LoggerFactory.getLogger(AccessRetention.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Duration kept;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("access-retention").factory());

    /** @throws IllegalArgumentException if it would be kept for less than the shortest time */
    public AccessRetention(DataSource database, InstantSource clock, Duration kept) {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("jalon.access.kept is at least " + SHORTEST.toDays() + "d");
        }
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
        this.kept = kept;
        var _ = daily.scheduleAtFixedRate(this::dropOrTell, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void dropOrTell() {
        try {
            drop();
        } catch (DataAccessException e) {
            LOG.warn(
                    "What is old in the access record could not be dropped; it is tried again tomorrow: {}",
                    e.getMostSpecificCause().getMessage());
        }
    }

    /** Drops what is old; how many that was. */
    public long drop() {
        return jdbc.sql("select access.drop_before(:day)")
                .param("day", OffsetDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
