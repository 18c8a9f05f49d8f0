package fr.jalon.readmodel.rebuild;

import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.BatchWriter;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.ProjectedRows;
import fr.jalon.readmodel.projection.ProjectionFailures;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Folds whole territories into a new copy, each row written once; small ones share a trip. One thread's work. */
final class TerritoryLoad {
    private static final int PAGE = 2_000;
    private static final int CHUNK = 1 << 21;

    private final EventLog log;
    private final BatchWriter writer;
    private final Connection connection;
    private final LongConsumer entriesDone;
    private final Consumer<Parked> stopped;
    private final ProjectedRows rows;
    private long uncommitted;

    /**
     * A load over a connection that does not commit by itself.
     *
     * @param entriesDone hears how many more entries are in; fewer, where some are taken out to be tried again
     * @param stopped hears where a territory stops short and why, once that stands
     */
    TerritoryLoad(
            EventLog log,
            BatchWriter writer,
            Connection connection,
            LongConsumer entriesDone,
            Consumer<Parked> stopped) {
        this.log = log;
        this.writer = writer;
        this.rows = writer.rows();
        this.connection = connection;
        this.entriesDone = entriesDone;
        this.stopped = stopped;
    }

    /** Loads territories until none is left, or what of each comes before the entry that cannot be taken in. */
    void load(Queue<String> territories) throws SQLException {
        for (String next = territories.poll(); next != null; next = territories.poll()) {
            List<String> together = new ArrayList<>();
            try {
                List<Parked> parked = new ArrayList<>();
                begin();
                while (next != null) {
                    together.add(next);
                    load(next, Long.MAX_VALUE).ifPresent(parked::add);
                    next = rows.length() < CHUNK ? territories.poll() : null;
                }
                commit();
                parked.forEach(stopped);
            } catch (SQLException | RuntimeException e) {
                rollback(e);
                for (String territory : together) {
                    loadAlone(territory);
                }
            }
        }
    }

    private void loadAlone(String territory) throws SQLException {
        Optional<Exception> refusal = refusal(territory, Long.MAX_VALUE);
        long last = refusal.isEmpty() ? Long.MAX_VALUE : beforeTheCulprit(territory);
        begin();
        Optional<Parked> unreadable = load(territory, last);
        commit();
        unreadable
                .or(() -> refusal.map(cause -> new Parked(territory, last + 1, cause)))
                .ifPresent(stopped);
    }

    /** The database refuses some row: the longest beginning of the register that it takes is found by halving. */
    private long beforeTheCulprit(String territory) throws SQLException {
        long taken = 0;
        long refused = log.lastPosition(territory);
        while (refused - taken > 1) {
            long middle = (taken + refused) / 2;
            if (refusal(territory, middle).isEmpty()) {
                taken = middle;
            } else {
                refused = middle;
            }
        }
        return taken;
    }

    /** What the database has against a territory up to a position; nothing of it stays. */
    private Optional<Exception> refusal(String territory, long last) throws SQLException {
        try {
            begin();
            load(territory, last);
            writer.copy(rows, connection);
            rollback();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            return Optional.of(e);
        }
    }

    /** Folds a territory up to a position; where and why it stopped short of it. */
    private Optional<Parked> load(String territory, long last) throws SQLException {
        Batch batch = new Batch();
        Projected projected = Projected.NOTHING;
        Parked parked = null;
        boolean more = true;
        while (more) {
            long from = projected.position();
            int limit = (int) Math.min(PAGE, last - from);
            List<StoredEvent> page = log.of(territory, from + 1, limit);
            for (StoredEvent event : page) {
                Change change;
                try {
                    change = projected.with(ReadEvent.of(event).orThrow());
                } catch (RuntimeException e) {
                    parked = new Parked(territory, event.position(), e);
                    break;
                }
                batch.add(change);
                projected = change.after();
            }
            batch.writePast(rows);
            if (rows.length() >= CHUNK) {
                writer.copy(rows, connection);
            }
            count(projected.position() - from);
            more = parked == null && page.size() == limit && projected.position() < last;
        }
        batch.writeOpen(rows);
        if (projected.position() > 0) {
            rows.territory(territory, projected);
        }
        return Optional.ofNullable(parked);
    }

    private void count(long entries) {
        uncommitted += entries;
        entriesDone.accept(entries);
    }

    /** No commit here waits for the disk: that of the copy's taking over makes all before it safe. */
    private void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
    }

    private void commit() throws SQLException {
        writer.copy(rows, connection);
        connection.commit();
        uncommitted = 0;
    }

    /** Takes all back, to try again; rethrows what would only happen again. */
    private void rollback(Exception cause) throws SQLException {
        rollback();
        if (!ProjectionFailures.liesInTheData(cause)) {
            switch (cause) {
                case SQLException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                default -> throw new IllegalStateException(cause);
            }
        }
    }

    private void rollback() throws SQLException {
        connection.rollback();
        rows.clear();
        entriesDone.accept(-uncommitted);
        uncommitted = 0;
    }
}
