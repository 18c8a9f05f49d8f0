package fr.jalon.readmodel.rebuild;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.BatchWriter;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.ModelSchema;
import fr.jalon.readmodel.projection.ParkedRows;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.readmodel.projection.ReadModel;
import fr.jalon.readmodel.projection.SearchedWords;
import fr.jalon.readmodel.rebuild.ProgressListener.Step;
import fr.jalon.readmodel.tracking.Tokens;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Makes a new copy of the read models beside the one that answers, and lets it take over. Answers never fail meanwhile,
 * and entries go on arriving: the last of them are taken in while writers, not readers, wait for an instant.
 */
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int THREADS = 2;
    private static final int BATCH = 500;
    private static final int CLOSE_BEHIND = 200;
    private static final int TAKE_OVER_ATTEMPTS = 20;
    private static final int DROP_ATTEMPTS = 3_000;
    private static final String LOCK_TIMED_OUT = "55P03";
    private static final String DEADLOCK = "40P01";

    private final DataSource dataSource;
    private final EventLog log;
    private final ProjectedRegisters live;
    private final Tokens tokens;
    private final long keptEntries;
    private final SearchedWords words;

    /** @param words how the words of entries are kept */
    public Rebuild(
            DataSource dataSource,
            EventLog log,
            ProjectedRegisters live,
            Tokens tokens,
            long keptEntries,
            SearchedWords words) {
        this.words = words;
        this.dataSource = dataSource;
        this.log = log;
        this.live = live;
        this.tokens = tokens;
        this.keptEntries = keptEntries;
    }

    /** Whether the copy that answers is of this version. */
    public boolean isNeeded() {
        try (Connection connection = dataSource.getConnection()) {
            return !ReadModel.isCurrent(connection);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /** Rebuilds if no copy of this version answers yet; of several processes that start at once, one does the work. */
    public void ensureCurrent() {
        if (isNeeded()) {
            try (Connection lock = dataSource.getConnection();
                    Statement statement = lock.createStatement()) {
                // Asked again and again: a statement that waits for long would be taken for one nobody answers.
                while (!isAlone(statement)) {
                    Thread.sleep(LOOK);
                }
                try {
                    if (isNeeded()) {
                        new Run((step, entries, total) -> {}).run();
                    }
                } finally {
                    AdvisoryLock.REBUILD.release(statement);
                }
            } catch (SQLException e) {
                throw translated(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while another process makes the read models", e);
            }
        }
    }

    private static boolean isAlone(Statement statement) throws SQLException {
        return AdvisoryLock.REBUILD.tryTake(statement);
    }

    /**
     * Rebuilds the read models from the log.
     *
     * @throws RebuildRunningException if another is under way, in whatever process
     */
    public Rebuilt run(ProgressListener listener) {
        try (Connection lock = dataSource.getConnection();
                Statement statement = lock.createStatement()) {
            if (!isAlone(statement)) {
                throw new RebuildRunningException();
            }
            try {
                Run run = new Run(listener);
                Rebuilt rebuilt = run.run();
                tokens.mend(run.reached);
                return rebuilt;
            } finally {
                AdvisoryLock.REBUILD.release(statement);
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static DataAccessException translated(SQLException e) {
        DataAccessException known = new SQLStateSQLExceptionTranslator().translate("rebuild", null, e);
        return known == null ? new UncategorizedSQLException("rebuild", null, e) : known;
    }

    /** One rebuild from beginning to end. */
    private final class Run {
        private final ProgressListener listener;
        private final long begun = System.nanoTime();
        private final AtomicLong done = new AtomicLong();
        private final Map<String, Parked> parked = new ConcurrentHashMap<>();
        private final BatchWriter writer = new BatchWriter(ModelSchema.NEXT, words);
        private final ProjectedRegisters registers =
                new ProjectedRegisters(ModelSchema.NEXT, dataSource, log, keptEntries);
        private long reached;

        Run(ProgressListener listener) {
            this.listener = listener;
        }

        Rebuilt run() throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                ReadModel.make(ModelSchema.NEXT, connection);
                connection.setAutoCommit(false);
                dropOld(connection);
                connection.setAutoCommit(true);
            }
            reached = log.head();
            try (ExecutorService threads = Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("rebuild-", 1).factory())) {
                load(threads);
                index(threads);
            }
            try (Connection connection = dataSource.getConnection()) {
                ReadModel.finish(ModelSchema.NEXT, connection);
                listener.progress(Step.CATCHING_UP, done.get(), reached);
                connection.setAutoCommit(false);
                while (log.head() - reached > CLOSE_BEHIND) {
                    catchUp(connection);
                    connection.commit();
                }
                takeOver(connection);
                dropOld(connection);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            listener.progress(Step.SWITCHED, done.get(), reached);
            List<String> stopped = parked.keySet().stream().sorted().toList();
            LOG.info("The read models are rebuilt: {} entries in {}; parked: {}", done, took, stopped);
            return new Rebuilt(done.get(), took, stopped);
        }

        private void load(ExecutorService threads) throws SQLException {
            Queue<String> territories = new ConcurrentLinkedQueue<>(territories());
            listener.progress(Step.FOLDING, 0, reached);
            inParallel(threads, connection -> {
                connection.setAutoCommit(false);
                new TerritoryLoad(
                                log,
                                writer,
                                connection,
                                entries -> listener.progress(Step.FOLDING, done.addAndGet(entries), reached),
                                stop -> parked.put(stop.territory(), stop))
                        .load(territories);
                connection.setAutoCommit(true);
            });
        }

        private void index(ExecutorService threads) throws SQLException {
            listener.progress(Step.INDEXING, done.get(), reached);
            Queue<String> indexes = new ConcurrentLinkedQueue<>(ReadModel.indexes());
            inParallel(threads, connection -> {
                for (String next = indexes.poll(); next != null; next = indexes.poll()) {
                    ReadModel.index(ModelSchema.NEXT, next, connection);
                }
            });
        }

        /** Takes in the entries recorded since, a batch of them. */
        private void catchUp(Connection connection) throws SQLException {
            List<StoredEvent> events = log.after(reached, BATCH);
            Batch batch = new Batch();
            Map<String, Projected> moved = new HashMap<>();
            for (StoredEvent event : events) {
                String territory = event.territory();
                reached = event.globalIndex();
                if (!parked.containsKey(territory)) {
                    Projected before = moved.get(territory);
                    before = before == null ? registers.before(territory, event.position()) : before;
                    if (before != null && before.position() == event.position() - 1) {
                        take(event, before, batch, moved);
                    }
                }
            }
            if (!batch.isEmpty()) {
                writer.write(batch, connection);
                moved.forEach(registers::keep);
            }
        }

        private void take(StoredEvent event, Projected before, Batch batch, Map<String, Projected> moved) {
            try {
                Change change = before.with(ReadEvent.of(event).orThrow());
                batch.add(change);
                moved.put(event.territory(), change.after());
                done.incrementAndGet();
            } catch (RuntimeException e) {
                parked.put(event.territory(), new Parked(event.territory(), event.position(), e));
            }
        }

        /** While no writer writes, takes in the very last entries and lets the new copy answer. */
        private void takeOver(Connection connection) throws SQLException {
            for (int attempt = 1; ; attempt++) {
                long before = reached;
                try {
                    lockWritersOut(connection);
                    long head = log.head();
                    while (reached < head) {
                        catchUp(connection);
                    }
                    park(connection);
                    lockReadersOut(connection);
                    ReadModel.swap(connection);
                    connection.commit();
                    live.replaceBy(registers);
                    return;
                } catch (SQLException e) {
                    connection.rollback();
                    registers.forget();
                    reached = before;
                    if (attempt == TAKE_OVER_ATTEMPTS || !isOnlyWaiting(e)) {
                        throw e;
                    }
                }
            }
        }

        /**
         * Readers that began on the old copy end on it, and may take its tables in an order that is not ours. So we ask
         * for an instant at a time, which is over long before anybody is found to be in a deadlock. A copy that is read
         * for very long is left to the next rebuild.
         */
        private void dropOld(Connection connection) throws SQLException {
            for (int attempt = 1; ; attempt++) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local lock_timeout = '100ms'");
                    ReadModel.drop(ModelSchema.OLD, connection);
                    connection.commit();
                    return;
                } catch (SQLException e) {
                    connection.rollback();
                    if (!isOnlyWaiting(e)) {
                        throw e;
                    }
                    if (attempt == DROP_ATTEMPTS) {
                        LOG.info("The read models that answered before are still read; the next rebuild drops them");
                        return;
                    }
                }
            }
        }

        /** In the order in which writers take them; a writer that does the opposite makes one of both try again. */
        private void lockWritersOut(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '3s'");
                statement.execute("lock table tracking.parked in exclusive mode");
                if (isThere(statement)) {
                    statement.execute("lock table projection.territory in exclusive mode");
                }
            }
        }

        /**
         * A statement finds its tables one by one: none may find some in the old copy and some in the new. Asks for an
         * instant at a time, so that readers behind one that takes long wait no longer than that.
         */
        private void lockReadersOut(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                if (!isThere(statement)) {
                    return;
                }
                statement.execute("set local lock_timeout = '100ms'");
                for (int attempt = 1; ; attempt++) {
                    Savepoint before = connection.setSavepoint();
                    try {
                        statement.execute("lock table projection.entry, projection.span, projection.remark,"
                                + " projection.territory in access exclusive mode");
                        return;
                    } catch (SQLException e) {
                        connection.rollback(before);
                        if (attempt == TAKE_OVER_ATTEMPTS || !LOCK_TIMED_OUT.equals(e.getSQLState())) {
                            throw e;
                        }
                    }
                }
            }
        }

        private boolean isOnlyWaiting(SQLException e) {
            return LOCK_TIMED_OUT.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState());
        }

        private boolean isThere(Statement statement) throws SQLException {
            try (ResultSet row = statement.executeQuery("select to_regclass('projection.territory') is not null")) {
                return row.next() && row.getBoolean(1);
            }
        }

        /** The new copy knows best what is parked: what it took in is not, what it could not is. */
        private void park(Connection connection) {
            ParkedRows rows = new ParkedRows(new SingleConnectionDataSource(connection, true));
            rows.releaseAllBut(parked.keySet());
            parked.values().forEach(each -> rows.stop(each.territory(), each.position(), each.cause()));
        }

        private List<String> territories() throws SQLException {
            // The longest first, so that two threads end at about the same time.
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            select territory from events.event
                            group by territory order by max(position) desc, territory
                            """)) {
                List<String> territories = new ArrayList<>();
                while (rows.next()) {
                    territories.add(rows.getString(1));
                }
                return territories;
            }
        }

        private interface Work {
            void on(Connection connection) throws SQLException;
        }

        private void inParallel(ExecutorService threads, Work work) throws SQLException {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    try (Connection connection = dataSource.getConnection()) {
                        work.on(connection);
                    }
                    return null;
                }));
            }
            SQLException failure = null;
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    failure = e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    threads.shutdownNow();
                    failure = new SQLException("interrupted", e);
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
