package fr.jalon.store.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The appender's own connection: opened when there is something to append, given up when it breaks. */
public final class AppendConnection implements LogWriter {
    /** The longest wait for an answer, after which the connection counts as broken. */
    private static final int TIMEOUT_MILLIS = 30_000;

    /** After so long without use the connection is tried first: one that was cut meanwhile costs nobody an append. */
    public static final Duration IDLE = Duration.ofMillis(500);

    private static final String APPEND = "select events.append(?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COPY = "select events.copy(?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final String call;
    private @Nullable PreparedStatement append;
    private long lastUsed;

    private AppendConnection(DataSource dataSource, String call) {
        this.dataSource = dataSource;
        this.call = call;
    }

    /** One over a migrated database, whose role records what happens now: times far from the database's are refused. */
    public static AppendConnection recording(DataSource dataSource) {
        return new AppendConnection(dataSource, APPEND);
    }

    /** One whose role copies what another log recorded, with the times it gave. */
    public static AppendConnection copying(DataSource dataSource) {
        return new AppendConnection(dataSource, COPY);
    }

    /** In one round trip and one commit. */
    @Override
    public List<Instant> append(List<NewEvent> rows) throws RefusedAppendException {
        try {
            PreparedStatement statement = statement();
            Connection connection = statement.getConnection();
            statement.setArray(1, ids(connection, rows));
            statement.setArray(2, texts(connection, rows, NewEvent::territory));
            statement.setArray(3, longs(connection, rows, NewEvent::position));
            statement.setArray(4, longs(connection, rows, NewEvent::recordedMicros));
            statement.setArray(5, texts(connection, rows, NewEvent::type));
            statement.setArray(6, texts(connection, rows, NewEvent::revision));
            statement.setArray(7, texts(connection, rows, NewEvent::payload));
            statement.setArray(8, texts(connection, rows, NewEvent::metadata));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                lastUsed = System.nanoTime();
                return Arrays.stream((Long[]) row.getArray(1).getArray())
                        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
                        .toList();
            }
        } catch (SQLException e) {
            if (Failures.endsConnection(e)) {
                close();
            }
            throw Failures.ofAppend(e, rows.getFirst());
        }
    }

    private PreparedStatement statement() throws SQLException {
        if (append != null
                && System.nanoTime() - lastUsed > IDLE.toNanos()
                && !append.getConnection().isValid(1)) {
            close();
        }
        if (append == null) {
            append = open();
        }
        return append;
    }

    private PreparedStatement open() {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, TIMEOUT_MILLIS);
            return connection.prepareStatement(call);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new StoreUnavailableException("the database does not answer: nothing was stored", false, e);
        }
    }

    private static Array longs(Connection connection, List<NewEvent> rows, ToLongFunction<NewEvent> column)
            throws SQLException {
        return connection.createArrayOf(
                "bigint", rows.stream().map(column::applyAsLong).toArray(Long[]::new));
    }

    private static Array ids(Connection connection, List<NewEvent> rows) throws SQLException {
        return connection.createArrayOf(
                "uuid", rows.stream().map(NewEvent::entryId).toArray());
    }

    /** An array of {@code String}s goes over the wire as it is; one of objects would be escaped letter by letter. */
    private static Array texts(Connection connection, List<NewEvent> rows, Function<NewEvent, String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }

    /** Gives the connection up; the next append opens another. */
    @Override
    public void close() {
        if (append != null) {
            try {
                closeQuietly(append.getConnection());
            } catch (SQLException e) {
                // It was closed already.
            }
            append = null;
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It is given up either way.
        }
    }
}
