package fr.jalon.readmodel.question;

import fr.jalon.store.EventLog;
import fr.jalon.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the read models are, and waiting for them: who has just recorded wants to read it. */
public final class Progress {
    private static final int FIRST_POLL_MILLIS = 2;
    private static final int LAST_POLL_MILLIS = 50;

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Duration limit;

    /**
     * Progress towards the end of a log.
     *
     * @param log the log itself: a copy of it may lag behind
     * @param limit waits no longer than this
     */
    public Progress(DataSource readModels, EventLog log, Duration limit) {
        this.jdbc = JdbcClient.create(readModels);
        this.log = log;
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

    /**
     * Whether anything of this territory is recorded, read already or not.
     *
     * @throws StoreUnavailableException if nothing of it is read and the log is away
     */
    public boolean isRecorded(String territory) {
        return position(territory) > 0 || log.lastPosition(territory) > 0;
    }

    /** Whether a position is the last one recorded of its territory, read already or not; no while the log is away. */
    public boolean isWhole(String territory, long position) {
        return isSo(() -> log.lastPosition(territory) == position);
    }

    /**
     * Whether all that is recorded is read: as positions and indexes leave no gaps, their sums tell. No while the log is
     * away.
     */
    public boolean isWhole() {
        // The read models are asked first: what the log gains meanwhile makes this false, never wrongly true.
        long read = jdbc.sql("select coalesce(sum(position), 0) from projection.territory")
                .query(Long.class)
                .single();
        return isSo(() -> log.head() == read);
    }

    /** Questions are answered while the log is away, only not for ever. */
    private static boolean isSo(BooleanSupplier said) {
        try {
            return said.getAsBoolean();
        } catch (StoreUnavailableException away) {
            return false;
        }
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
