package fr.jalon.store.axon;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.log.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** A database of one test, with what was opened on it. */
public final class Database implements AutoCloseable {
    /** To make a database and to migrate it takes far longer than to empty it. */
    private static final Queue<TestDatabase> MIGRATED = new ConcurrentLinkedQueue<>();

    private final TestDatabase database;
    private final List<Runnable> opened = new ArrayList<>();

    private Database(TestDatabase database) {
        this.database = database;
    }

    /** A database without even the store's schemas. */
    public static Database empty() {
        return new Database(TestDatabase.fresh());
    }

    /** A database with the store's schemas and nothing in them. */
    public static Database migrated() {
        TestDatabase used = MIGRATED.poll();
        if (used != null) {
            return new Database(used);
        }
        return new Database(TestDatabase.migrated("events", Migrations::run));
    }

    public DataSource owner() {
        return database.dataSource(DatabaseRole.OWNER);
    }

    DataSource admin() {
        return database.dataSource(DatabaseRole.ADMIN);
    }

    /** A pool of connections of a role. */
    public HikariDataSource as(DatabaseRole role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(role.user());
        pool.setPassword(database.password(role));
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(5_000);
        opened.add(pool::close);
        return pool;
    }

    public LogStorageEngine engine(RecordedClock clock) {
        LogStorageEngine engine = LogStorageEngine.onPostgres(as(DatabaseRole.COMMAND), new NotedCodec(), clock);
        opened.add(engine::close);
        return engine;
    }

    public LogStorageEngine engine() {
        return engine(RecordedClock.system());
    }

    void execute(String sql) {
        execute(owner(), sql);
    }

    long number(String sql) {
        try (Connection connection = admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until an append waits for the lock that another holds. */
    void awaitBlockedAppend() {
        Projection.await(() -> number("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        opened.reversed().forEach(Runnable::run);
        execute(admin(), """
                truncate events.event, events.snapshot, tracking.token;
                drop schema if exists projection cascade
                """);
        MIGRATED.add(database);
    }
}
