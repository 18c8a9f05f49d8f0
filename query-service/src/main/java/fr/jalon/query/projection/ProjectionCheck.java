package fr.jalon.query.projection;

import fr.jalon.store.EventLog;
import fr.jalon.store.PayloadCodec;
import fr.jalon.store.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Replays every territory from the log, as far as the read models have come, and compares them row by row. One territory is
 * in memory at a time.
 */
public final class ProjectionCheck {
    private static final int PAGE = 2_000;
    private static final List<String> TABLES = List.of(Rows.SPAN, Rows.ENTRY, Rows.REMARK);
    private static final int EMPTIED_EVERY = 10;

    private final DataSource dataSource;
    private final EventLog log;
    private final PayloadCodec codec;

    ProjectionCheck(DataSource dataSource, EventLog log, PayloadCodec codec) {
        this.dataSource = dataSource;
        this.log = log;
        this.codec = codec;
    }

    /**
     * A territory whose read models are not what the log says.
     *
     * @param position the first entry at which they differ
     * @param table which read model
     */
    public record Difference(String territory, long position, String table) {}

    /** Is told how many territories were compared, of how many. */
    @FunctionalInterface
    public interface Listener {
        void compared(int territories, int total);
    }

    /** Where they differ, by territory and table. */
    public List<Difference> run(Listener listener) {
        try (Connection connection = dataSource.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                make(statement);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                return compare(territories(statement), connection, listener);
            } finally {
                tidy(connection);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("check", null, e);
        }
    }

    private static void make(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.execute("create temporary table %1$s (like projection.%1$s)".formatted(name(table)));
        }
    }

    /** Leaves the connection as it was: whoever has it next would find these tables before those of a schema. */
    private static void tidy(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("drop table if exists pg_temp." + name(table));
            }
        }
    }

    /** What was rolled back lies in a table until it is emptied, and is gone through each time: nobody vacuums these. */
    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("truncate pg_temp." + name(table));
            }
        }
        connection.commit();
    }

    private List<Difference> compare(List<String> territories, Connection connection, Listener listener)
            throws SQLException {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < territories.size(); i++) {
            connection.rollback();
            if (i % EMPTIED_EVERY == 0) {
                empty(connection);
            }
            differences.addAll(compareWithOneCopy(territories.get(i), connection));
            listener.compared(i + 1, territories.size());
        }
        return differences;
    }

    /** A rebuild may put a new copy in place between two questions: then what was compared was neither. */
    private List<Difference> compareWithOneCopy(String territory, Connection connection) throws SQLException {
        while (true) {
            long copy = copy(connection);
            List<Difference> differences = compare(territory, connection);
            connection.rollback();
            if (differences.isEmpty() || copy == copy(connection)) {
                return differences;
            }
        }
    }

    private static long copy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 'projection'::regnamespace::oid::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> territories(Statement statement) throws SQLException {
        List<String> territories = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select territory from projection.territory
                union select territory from events.event where position = 1 order by territory
                """)) {
            while (rows.next()) {
                territories.add(rows.getString(1));
            }
        }
        return territories;
    }

    private List<Difference> compare(String territory, Connection connection) throws SQLException {
        long reached = reached(territory, connection);
        long wrong = wrong(territory, reached, connection);
        if (wrong > 0) {
            return List.of(new Difference(territory, wrong, "territory"));
        }
        try {
            replay(territory, reached, connection);
        } catch (UnreadableEntryException e) {
            return List.of(new Difference(territory, e.position(), name(Rows.ENTRY)));
        }
        List<Difference> differences = new ArrayList<>();
        for (String table : TABLES) {
            long position = difference(table, territory, connection);
            if (position > 0) {
                differences.add(new Difference(territory, position, name(table)));
            }
        }
        return differences;
    }

    private static long reached(String territory, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select position from projection.territory where territory = ?")) {
            statement.setString(1, territory);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /**
     * The first position that the row of how far a register is read is wrong about; 0 where it is right. It may lag behind the
     * log, but not behind what the projection says it has read, unless the territory is parked.
     */
    private static long wrong(String territory, long reached, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select case
                    when ? < due then ? + 1
                    when ? > held then held + 1
                    when recorded_at is distinct from (
                            select recorded_at from events.event e where e.territory = r.territory and e.position = ?)
                        then ?
                    else 0 end
                from (select ?) r(territory)
                left join projection.territory using (territory)
                cross join lateral (
                    select coalesce(max(position), 0) as held,
                           coalesce(max(position) filter (where global_index <= (
                                   select min(coalesce((token::jsonb ->> 'globalIndex')::bigint, 0))
                                   from tracking.token where processor_name = ?)
                               and not exists (
                                   select from tracking.dead_letter where processing_group = ? and sequence = r.territory)),
                               0) as due
                    from events.event e where e.territory = r.territory) log
                """)) {
            for (int i = 1; i <= 5; i++) {
                statement.setLong(i, reached);
            }
            statement.setString(6, territory);
            statement.setString(7, ProjectionProcessor.NAME);
            statement.setString(8, ProjectionProcessor.NAME);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void replay(String territory, long reached, Connection connection) throws SQLException {
        BatchWriter writer = new BatchWriter(ModelSchema.TEMPORARY);
        Batch batch = new Batch();
        Rows rows = new Rows();
        Projected projected = Projected.NOTHING;
        while (projected.position() < reached) {
            int limit = (int) Math.min(PAGE, reached - projected.position());
            List<StoredEvent> page = log.of(territory, projected.position() + 1, limit);
            if (page.isEmpty()) {
                break;
            }
            for (StoredEvent event : page) {
                Change change = projected.with(LoggedEntry.of(event, codec));
                batch.add(change);
                projected = change.after();
            }
            batch.writePast(rows);
            writer.copy(rows, connection);
        }
        batch.writeOpen(rows);
        writer.copy(rows, connection);
    }

    /** The first position at which a table differs from its replay; 0 where it does not. */
    private static long difference(String table, String territory, Connection connection) throws SQLException {
        String position = table.equals(Rows.SPAN) ? "opened_by" : "position";
        try (PreparedStatement statement = connection.prepareStatement("""
                select coalesce(min(%2$s), 0) from (
                    (select * from projection.%1$s where territory = ? except all select * from pg_temp.%1$s)
                    union all
                    (select * from pg_temp.%1$s except all select * from projection.%1$s where territory = ?)
                ) differing
                """.formatted(name(table), position))) {
            statement.setString(1, territory);
            statement.setString(2, territory);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String name(String table) {
        return table.substring(0, table.indexOf(' '));
    }
}
