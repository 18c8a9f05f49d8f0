package fr.jalon.query.projection;

import fr.jalon.store.EventLog;
import fr.jalon.store.PayloadCodec;
import fr.jalon.store.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Folds whole territories into a new copy, one after the other, each row written once. One thread's work. */
final class TerritoryLoad {
    private static final String ARRIVE =
            ModelSchema.NEXT.in("insert into %1$s.territory (territory, position, recorded_at) values (?, ?, ?)");
    private static final int PAGE = 2_000;
    private static final int CHUNK = 1 << 21;

    private final EventLog log;
    private final PayloadCodec codec;
    private final BatchWriter writer;
    private final Connection connection;
    private final LongConsumer entriesDone;
    private final Rows rows = new Rows();

    TerritoryLoad(
            EventLog log, PayloadCodec codec, BatchWriter writer, Connection connection, LongConsumer entriesDone) {
        this.log = log;
        this.codec = codec;
        this.writer = writer;
        this.connection = connection;
        this.entriesDone = entriesDone;
    }

    /**
     * A territory in the new copy.
     *
     * @param parked why and where it stopped short; null where it is whole
     */
    record Loaded(Projected projected, @Nullable Parked parked) {}

    /** Loads a territory, or what of it comes before the entry that cannot be taken in. */
    Loaded load(String territory) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return load(territory, Long.MAX_VALUE);
        } catch (SQLException | RuntimeException e) {
            if (!Failures.liesInTheData(e)) {
                throw e;
            }
            rollback(before);
            return loadUpToTheCulprit(territory, e);
        }
    }

    /** The database refused some row: the longest beginning of the register that it takes is found by halving. */
    private Loaded loadUpToTheCulprit(String territory, Exception cause) throws SQLException {
        long taken = 0;
        long refused = log.lastPosition(territory);
        while (refused - taken > 1) {
            long middle = (taken + refused) / 2;
            Savepoint before = connection.setSavepoint();
            try {
                load(territory, middle);
                taken = middle;
            } catch (SQLException | RuntimeException e) {
                if (!Failures.liesInTheData(e)) {
                    throw e;
                }
                refused = middle;
            }
            rollback(before);
        }
        Loaded beginning = load(territory, taken);
        return beginning.parked() != null
                ? beginning
                : new Loaded(beginning.projected(), new Parked(territory, refused, cause));
    }

    private Loaded load(String territory, long last) throws SQLException {
        Batch batch = new Batch();
        Projected projected = Projected.NOTHING;
        Parked parked = null;
        while (parked == null && projected.position() < last) {
            int limit = (int) Math.min(PAGE, last - projected.position());
            List<StoredEvent> page = log.of(territory, projected.position() + 1, limit);
            long from = projected.position();
            for (StoredEvent event : page) {
                Change change;
                try {
                    change = projected.with(LoggedEntry.of(event, codec));
                } catch (RuntimeException e) {
                    parked = new Parked(territory, event.position(), e);
                    break;
                }
                batch.add(change);
                projected = change.after();
            }
            batch.writePast(rows);
            copy(CHUNK);
            entriesDone.accept(projected.position() - from);
            if (page.size() < limit) {
                break;
            }
        }
        batch.writeOpen(rows);
        copy(0);
        if (projected.position() > 0) {
            arrive(territory, projected);
        }
        return new Loaded(projected, parked);
    }

    /** Writes what has gathered, if it is worth the trip. */
    private void copy(int least) throws SQLException {
        if (rows.length() >= least) {
            writer.copy(rows, connection);
        }
    }

    private void rollback(Savepoint savepoint) throws SQLException {
        connection.rollback(savepoint);
        rows.clear();
    }

    private void arrive(String territory, Projected projected) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ARRIVE)) {
            statement.setString(1, territory);
            statement.setLong(2, projected.position());
            statement.setObject(
                    3,
                    OffsetDateTime.ofInstant(
                            Objects.requireNonNull(projected.register().recordedAt()), ZoneOffset.UTC));
            statement.execute();
        }
    }
}
