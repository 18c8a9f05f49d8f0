package fr.jalon.web.access;

import fr.jalon.web.start.Rounds;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drops what is older than the access record is kept, every day: it names persons' accounts and addresses, and serves
 * no end for ever.
 */
public final class AccessRetention implements AutoCloseable {
    /** No less, whatever is configured: the database itself refuses to drop what is younger. */
    public static final Duration SHORTEST = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Duration kept;
    private final Rounds rounds;

    /** @throws IllegalArgumentException if it would be kept for less than the shortest time */
    public AccessRetention(DataSource database, InstantSource clock, Duration kept) {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("jalon.access.kept is at least " + SHORTEST.toDays() + "d");
        }
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
        this.kept = kept;
        this.rounds = Rounds.daily("access-retention", this::drop);
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
        rounds.close();
    }
}
