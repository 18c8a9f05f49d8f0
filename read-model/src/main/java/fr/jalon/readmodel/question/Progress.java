package fr.jalon.readmodel.question;

import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoreUnavailableException;
import java.time.Duration;
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

    /** Whether what is known of a register is all that is recorded in it; no while the log cannot be reached. */
    public boolean isWhole(Knowledge known) {
        return isSo(() -> log.lastPosition(known.territory()) == known.position());
    }

    /**
     * Whether as many entries are recorded as were read: neither positions nor indexes leave gaps, so their sums tell.
     * No while the log cannot be reached. What the log gained since the frontier was read makes this false, never
     * wrongly true.
     */
    public boolean isWhole(Frontier frontier) {
        return isSo(() -> log.head() == frontier.entries());
    }

    /** Questions are answered while the log is away, only not for ever. */
    private static boolean isSo(BooleanSupplier said) {
        try {
            return said.getAsBoolean();
        } catch (StoreUnavailableException away) {
            return false;
        }
    }

    private long position(String territory) {
        return jdbc.sql("select position from projection.territory where territory = :territory")
                .param("territory", territory)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
