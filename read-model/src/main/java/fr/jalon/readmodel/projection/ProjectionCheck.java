package fr.jalon.readmodel.projection;

import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Replays every territory from the log, as far as the read models have come, and compares them row by row. Some
 * thousand entries are compared by one question, and one page of a large territory is in memory beside its register.
 */
public final class ProjectionCheck {
    private static final int PAGE = 2_000;
    private static final List<Compared> TABLES = List.of(
            new Compared("span", "opened_by", "territory, subject, key, opened_by, ordinal"),
            new Compared("entry", "position", "territory, position"),
            new Compared("remark", "position", "territory, position, kind, entry_id"));
    private static final int TOGETHER = 4_000;
    private static final int AT_ONCE = 2;
    private static final int FULL = 1 << 20;
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

    /**
     * A read model that is compared.
     *
     * @param position the column that tells with which entry a row came
     * @param key the columns of its unique index
     */
    private record Compared(String name, String position, String key) {
        /** Rows that are not alike, that only one side has, or that are there twice. */
        String differing() {
            return """
                    with kept as (select * from projection.%1$s where territory = any (?)),
                        replayed as (select * from pg_temp.%1$s where territory = any (?))
                    select territory, min(%2$s) from (
                        select territory, %2$s from kept full join replayed using (%3$s)
                        where kept is distinct from replayed
                        union all
                        select territory, %2$s from kept group by %3$s having count(*) > 1) differing
                    group by territory order by territory
                    """.formatted(name, position, key);
        }
    }

    /** Is told how many territories were compared, of how many. */
    @FunctionalInterface
    public interface Listener {
        void compared(int territories, int total);
    }

    /** Where they differ, by territory and table. */
    public List<Difference> run(Listener listener) {
        long head = log.head();
        try {
            List<Read> territories;
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                awaitRead(head, connection);
                territories = territories(statement);
            }
            return compare(territories, head, listener);
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

    /** While the database compares some territories, others are replayed. */
    private List<Difference> compare(List<Read> territories, long head, Listener listener) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().name("check-", 1).factory());
        try {
            List<List<String>> groups = together(territories);
            List<Future<List<Difference>>> compared = groups.stream()
                    .map(group -> workers.submit(() -> compareWithOneCopy(group, head)))
                    .toList();
            int done = 0;
            for (int i = 0; i < groups.size(); i++) {
                differences.addAll(compared.get(i).get());
                done += groups.get(i).size();
                listener.compared(done, territories.size());
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException unreadable -> throw unreadable;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("The check is broken off", e);
        } finally {
            workers.shutdownNow();
        }
        return differences;
    }

    private static List<List<String>> together(List<Read> territories) {
        List<List<String>> groups = new ArrayList<>();
        long entries = TOGETHER;
        for (Read next : territories) {
            if (entries >= TOGETHER) {
                groups.add(new ArrayList<>());
                entries = 0;
            }
            groups.getLast().add(next.territory());
            entries += Math.max(1, next.entries());
        }
        return groups;
    }

    /** A rebuild may put a new copy in place between two questions: then what was compared was neither. */
    private List<Difference> compareWithOneCopy(List<String> territories, long head) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                while (true) {
                    long copy = copy(connection);
                    List<Difference> differences = compare(territories, head, connection);
                    connection.rollback();
                    if (differences.isEmpty() || copy == copy(connection)) {
                        return differences;
                    }
                    connection.rollback();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
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

    /** A territory, and how many of its entries are read. */
    private record Read(String territory, long entries) {}

    private static List<Read> territories(Statement statement) throws SQLException {
        List<Read> territories = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select territory, coalesce(position, 0) from (
                    select territory from projection.territory
                    union select territory from projection.span
                    union select territory from projection.entry
                    union select territory from projection.remark
                    union select territory from events.event) r
                left join projection.territory using (territory) order by territory
                """)) {
            while (rows.next()) {
                territories.add(new Read(rows.getString(1), rows.getLong(2)));
            }
        }
        return territories;
    }

    private List<Difference> compare(List<String> territories, long head, Connection connection) throws SQLException {
        makeTables(connection);
        Array names = connection.createArrayOf("text", territories.toArray());
        List<Difference> differences = new ArrayList<>();
        List<String> replayed = new ArrayList<>();
        Replay replay = new Replay(connection);
        for (Due due : due(names, head, connection)) {
            if (due.wrong() > 0) {
                differences.add(new Difference(due.territory(), due.wrong(), "territory"));
            }
            try {
                replay.run(due.territory(), due.last());
                replayed.add(due.territory());
            } catch (UnreplayableException e) {
                differences.add(new Difference(due.territory(), e.position, "log"));
            }
        }
        replay.end();
        Array whole = connection.createArrayOf("text", replayed.toArray());
        for (Compared table : TABLES) {
            differences.addAll(differing(table, whole, connection));
        }
        differences.sort(Comparator.comparing(Difference::territory));
        return differences;
    }

    /** Of this transaction: whoever has the connection next would find them before those of a schema. */
    private static void makeTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Compared table : TABLES) {
                statement.execute(
                        "create temporary table %1$s (like projection.%1$s) on commit drop".formatted(table.name()));
            }
        }
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

    /**
     * How far a territory must be read.
     *
     * @param last up to where it is replayed: as far as it is read, or where that is wrong as far as it should be
     * @param wrong the first position that the row of how far it is read is wrong about; 0 where it is right
     */
    private record Due(String territory, long last, long wrong) {}

    /** It should be read as far as the log went when the check began, up to the first entry that is parked. */
    private static List<Due> due(Array territories, long head, Connection connection) throws SQLException {
        List<Due> dues = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select territory, case when wrong > 0 then due else reached end, wrong
                from (select r.territory, n, reached, due, case
                        when reached < due then reached + 1
                        when reached > held then held + 1
                        when t.recorded_at is distinct from (
                                select recorded_at from events.event e
                                where e.territory = r.territory and e.position = reached)
                            then greatest(reached, 1)
                        else 0 end as wrong
                    from unnest(?) with ordinality r(territory, n)
                    left join projection.territory t on t.territory = r.territory
                    cross join lateral (select coalesce(t.position, 0) as reached) already
                    cross join lateral (
                        select coalesce(max(position), 0) as held,
                            coalesce(max(position) filter (where global_index <= ? and not exists (
                                select from tracking.parked p
                                where p.territory = e.territory and p.position <= e.position
                            )), 0) as due
                        from events.event e where e.territory = r.territory) log) each
                order by n
                """)) {
            statement.setArray(1, territories);
            statement.setLong(2, head);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    dues.add(new Due(rows.getString(1), rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return dues;
    }

    /** Writes what a replay makes of some territories into the temporary tables. */
    private final class Replay {
        private final BatchWriter writer = new BatchWriter(ModelSchema.TEMPORARY, words);
        private final ProjectedRows rows = new ProjectedRows(words);
        private final Batch batch = new Batch();
        private final Connection connection;

        Replay(Connection connection) {
            this.connection = connection;
        }

        void run(String territory, long last) throws SQLException, UnreplayableException {
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
                if (rows.length() > FULL) {
                    writer.copy(rows, connection);
                }
            }
            batch.writeOpen(rows);
        }

        void end() throws SQLException {
            writer.copy(rows, connection);
        }
    }

    private static Change change(Projected before, StoredEvent event) throws UnreplayableException {
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

    /**
     * Where a table differs from its replay: of each territory the first position. Rows are held against those of the
     * same key, of which a replay makes one; to compare sets of whole rows takes twice as long.
     */
    private static List<Difference> differing(Compared table, Array territories, Connection connection)
            throws SQLException {
        List<Difference> differences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(table.differing())) {
            statement.setArray(1, territories);
            statement.setArray(2, territories);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    differences.add(new Difference(rows.getString(1), rows.getLong(2), table.name()));
                }
            }
        }
        return differences;
    }
}
