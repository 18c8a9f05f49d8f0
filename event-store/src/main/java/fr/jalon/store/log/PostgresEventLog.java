package fr.jalon.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The log in PostgreSQL: no connection is held between two pages. */
public final class PostgresEventLog implements EventLog {
    private final DataSource dataSource;

    /** The log behind these connections, which need no more than the right to read it. */
    public PostgresEventLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A log's end is read after each entry: a plan that knew where it begins would be made anew each time. */
    @Override
    public List<StoredEvent> after(long globalIndex, int limit) {
        return query("""
                select * from events.event
                where global_index > (select ?::bigint) order by global_index limit (select ?::int)
                """, globalIndex, limit);
    }

    @Override
    public List<StoredEvent> of(String territory, long firstPosition, int limit) {
        return query("""
                select * from events.event where territory = ? and position >= ? order by position limit ?
                """, territory, firstPosition, limit);
    }

    @Override
    public Optional<StoredEvent> find(UUID entryId) {
        return query("select * from events.event where entry_id = ?", entryId).stream()
                .findFirst();
    }

    @Override
    public long head() {
        return number("select coalesce(max(global_index), 0) from events.event");
    }

    @Override
    public long lastPosition(String territory) {
        return number("select coalesce(max(position), 0) from events.event where territory = ?", territory);
    }

    @Override
    public long before(Instant recordedAt) {
        return number("""
                select coalesce(min(global_index) filter (where recorded_at >= ?) - 1, max(global_index), 0)
                from events.event
                """, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
    }

    private List<StoredEvent> query(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<StoredEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(event(rows));
            }
            return events;
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    private long number(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** The row a result stands on, all columns of {@code events.event} given. */
    static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("global_index"),
                row.getObject("entry_id", UUID.class),
                row.getString("territory"),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }
}
