package fr.jalon.query.register;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the read models are, and waiting for them: who has just recorded wants to read it. */
public final class Progress {
    private static final int FIRST_POLL_MILLIS = 2;
    private static final int LAST_POLL_MILLIS = 50;

    private final JdbcClient jdbc;
    private final Duration limit;

    /** Waits no longer than this. */
    public Progress(DataSource readModels, Duration limit) {
        this.jdbc = JdbcClient.create(readModels);
        this.limit = limit;
    }

    /** Whether the territory's register was read up to this position before the limit. */
    public boolean reaches(String territory, long position) {
        long end = System.nanoTime() + limit.toNanos();
        for (int pause = FIRST_POLL_MILLIS;
                position(territory) < position;
                pause = Math.min(2 * pause, LAST_POLL_MILLIS)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Whether anything of this territory is recorded, read already or not. */
    public boolean isRecorded(String territory) {
        return jdbc.sql("select exists (select from events.event where territory = :territory)")
                .param("territory", territory)
                .query(Boolean.class)
                .single();
    }

    /** Whether a position is the last one recorded of its territory, read already or not. */
    public boolean isWhole(String territory, long position) {
        return jdbc.sql("""
                        select not exists (
                            select from events.event where territory = :territory and position > :position)
                        """)
                .param("territory", territory)
                .param("position", position)
                .query(Boolean.class)
                .single();
    }

    /** Whether all that is recorded is read: as positions and indexes leave no gaps, their sums tell. */
    public boolean isWhole() {
        return jdbc.sql("""
                        select (select coalesce(sum(position), 0) from projection.territory)
                             = (select coalesce(max(global_index), 0) from events.event)
                        """).query(Boolean.class).single();
    }

    /** The latest recorded time of all that is read; the epoch where nothing is. */
    public Instant lastRecordedAt() {
        return jdbc.sql("select coalesce(max(recorded_at), timestamptz 'epoch') from projection.territory")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Changes whenever anything is read into any register. */
    public String tag() {
        return jdbc.sql("""
                        select md5(coalesce(string_agg(territory || ' ' || position, ',' order by territory), ''))
                        from projection.territory
                        """).query(String.class).single();
    }

    private long position(String territory) {
        return jdbc.sql("select position from projection.territory where territory = :territory")
                .param("territory", territory)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
