package fr.jalon.readmodel.projection;

import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Replays every territory from the log, as far as the read models have come, and compares them row by row. One
 * territory is in memory at a time.
 */
public final class ProjectionCheck {
    private static final int PAGE = 2_000;
    private static final List<String> TABLES = List.of(ProjectedRows.SPAN, ProjectedRows.ENTRY, ProjectedRows.REMARK);
    private static final int EMPTIED_EVERY = 10;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final DataSource dataSource;
    private final EventLog log;
    private final Duration patience;
    private final SearchedWords words;

    /**
     * @param patience how long the read models may stand still behind the log before what they lack counts as missing
     */
    public ProjectionCheck(DataSource dataSource, EventLog log, Duration patience) {
        this(dataSource, log, patience, SearchedWords.PLAIN);
    }

    /** @param words how the words of entries are kept */
    public ProjectionCheck(DataSource dataSource, EventLog log, Duration patience, SearchedWords words) {
        this.words = words;
        this.dataSource = dataSource;
        this.log = log;
        this.patience = patience;
    }

    /**
     * A territory whose read models are not what the log says.
     *
     * @param position the first entry at which they differ
     * @param table which read model, or {@code log} where the log itself cannot be replayed from there on
     */
    public record Difference(String territory, long position, String table) {}

    /** Is told how many territories were compared, of how many. */
    @FunctionalInterface
    public interface Listener {
        void compared(int territories, int total);
    }

    /** Where they differ, by territory and table. */
    public List<Difference> run(Listener listener) {
        long head = log.head();
        try (Connection connection = dataSource.getConnection()) {
            awaitRead(head, connection);
            try (Statement statement = connection.createStatement()) {
                make(statement);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                return compare(territories(statement), head, connection, listener);
            } finally {
                tidy(connection);
            }
        } catch (SQLException e) {
            // A database that went away is told from rows that cannot be read.
            DataAccessException known = new SQLStateSQLExceptionTranslator().translate("check", null, e);
            throw known == null ? new UncategorizedSQLException("check", null, e) : known;
        }
    }

    /** Waits until all entries up to one are read or parked, as long as more and more are. */
    private void awaitRead(long head, Connection connection) throws SQLException {
        long before = -1;
        long stoodAt = System.nanoTime();
        while (true) {
            // In this order, so that what is taken in meanwhile is counted by neither question, and not by both.
            long read = read(connection) + new ParkedRows(dataSource).entries(head);
            if (read >= head) {
                return;
            }
            if (read != before) {
                before = read;
                stoodAt = System.nanoTime();
            }
            if (System.nanoTime() - stoodAt > patience.toNanos()) {
                return;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static long read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(position), 0) from projection.territory")) {
            row.next();
            return row.getLong(1);
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

    /**
     * What was rolled back lies in a table until it is emptied, and is gone through each time: nobody vacuums these.
     */
    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("truncate pg_temp." + name(table));
            }
        }
        connection.commit();
    }

    private List<Difference> compare(List<String> territories, long head, Connection connection, Listener listener)
            throws SQLException {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < territories.size(); i++) {
            connection.rollback();
            if (i % EMPTIED_EVERY == 0) {
                empty(connection);
            }
            differences.addAll(compareWithOneCopy(territories.get(i), head, connection));
            listener.compared(i + 1, territories.size());
        }
        return differences;
    }

    /** A rebuild may put a new copy in place between two questions: then what was compared was neither. */
    private List<Difference> compareWithOneCopy(String territory, long head, Connection connection)
            throws SQLException {
        while (true) {
            long copy = copy(connection);
            List<Difference> differences = compare(territory, head, connection);
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
                union select territory from projection.span
                union select territory from projection.entry
                union select territory from projection.remark
                union select territory from events.event order by territory
                """)) {
            while (rows.next()) {
                territories.add(rows.getString(1));
            }
        }
        return territories;
    }

    private List<Difference> compare(String territory, long head, Connection connection) throws SQLException {
        long reached = reached(territory, connection);
        Due due = due(territory, reached, head, connection);
        List<Difference> differences = new ArrayList<>();
        if (due.wrong() > 0) {
            differences.add(new Difference(territory, due.wrong(), "territory"));
        }
        try {
            replay(territory, due.wrong() > 0 ? due.position() : reached, connection);
        } catch (UnreplayableException e) {
            differences.add(new Difference(territory, e.position, "log"));
            return differences;
        }
        for (String table : TABLES) {
            long position = difference(table, territory, connection);
            if (position > 0) {
                differences.add(new Difference(territory, position, name(table)));
            }
        }
        return differences;
    }

    /** The log of a territory has an entry that cannot follow the one before it, or cannot be read. */
    private static final class UnreplayableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final long position;

        UnreplayableException(long position, @Nullable Throwable cause) {
            super(cause);
            this.position = position;
        }
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
     * How far a territory must be read.
     *
     * @param position all that the log had when the check began, up to the first entry that is parked
     * @param wrong the first position that the row of how far it is read is wrong about; 0 where it is right
     */
    private record Due(long position, long wrong) {}

    private static Due due(String territory, long reached, long head, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select due, case
                    when ? < due then ? + 1
                    when ? > held then held + 1
                    when recorded_at is distinct from (
                            select recorded_at from events.event e where e.territory = r.territory and e.position = ?)
                        then greatest(?, 1)
                    else 0 end
                from (select ?) r(territory)
                left join projection.territory using (territory)
                cross join lateral (
                    select coalesce(max(position), 0) as held,
                        coalesce(max(position) filter (where global_index <= ? and not exists (
                            select from tracking.parked p where p.territory = e.territory and p.position <= e.position
                        )), 0) as due
                    from events.event e where e.territory = r.territory) log
                """)) {
            for (int i = 1; i <= 5; i++) {
                statement.setLong(i, reached);
            }
            statement.setString(6, territory);
            statement.setLong(7, head);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Due(row.getLong(1), row.getLong(2));
            }
        }
    }

    private void replay(String territory, long last, Connection connection) throws SQLException, UnreplayableException {
        BatchWriter writer = new BatchWriter(ModelSchema.TEMPORARY, words);
        Batch batch = new Batch();
        ProjectedRows rows = new ProjectedRows(words);
        Projected projected = Projected.NOTHING;
        while (projected.position() < last) {
            int limit = (int) Math.min(PAGE, last - projected.position());
            List<StoredEvent> page = log.of(territory, projected.position() + 1, limit);
            if (page.isEmpty()) {
                throw new UnreplayableException(projected.position() + 1, null);
            }
            for (StoredEvent event : page) {
                Change change = change(projected, event);
                batch.add(change);
                projected = change.after();
            }
            batch.writePast(rows);
            writer.copy(rows, connection);
        }
        batch.writeOpen(rows);
        writer.copy(rows, connection);
    }

    private Change change(Projected before, StoredEvent event) throws UnreplayableException {
        long next = before.position() + 1;
        Instant last = before.register().recordedAt();
        if (event.position() != next || (last != null && !event.recordedAt().isAfter(last))) {
            throw new UnreplayableException(next, null);
        }
        try {
            return before.with(ReadEvent.of(event).orThrow());
        } catch (RuntimeException e) {
            throw new UnreplayableException(next, e);
        }
    }

    /** The first position at which a table differs from its replay; 0 where it does not. */
    private static long difference(String table, String territory, Connection connection) throws SQLException {
        String position = table.equals(ProjectedRows.SPAN) ? "opened_by" : "position";
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
