package fr.jalon.query.register;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the read models are, and waiting for them: who has just recorded wants to read it. */
public final class Progress {
    private static final int POLL_MILLIS = 5;

    private final JdbcClient jdbc;
    private final Duration limit;

    /** Waits no longer than this. */
    public Progress(DataSource readModels, Duration limit) {
        this.jdbc = JdbcClient.create(readModels);
        this.limit = limit;
    }

    /** Whether the territory's register was read up to this position before the limit. */
    public boolean reaches(String territory, long position) {
        Instant end = Instant.now().plus(limit);
        while (position(territory) < position) {
            if (!Instant.now().isBefore(end)) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private long position(String territory) {
        return jdbc.sql("select position from projection.territory where territory = :territory")
                .param("territory", territory)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
