package fr.jalon.axonserver.mirror;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.database.AdvisoryLock;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.Migrations;
import fr.jalon.store.log.PostgresEventLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A database for a log's copy, empty, and the processes that copy into it. */
final class CopyDatabase implements AutoCloseable {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    static {
        Migrations.run(DATABASE.dataSource(DatabaseRole.OWNER));
    }

    private final EventLog original;
    final EventLog copy = new PostgresEventLog(DATABASE.dataSource(DatabaseRole.QUERY));
    private final List<Runnable> opened = new ArrayList<>();

    CopyDatabase(EventLog original) {
        this.original = original;
    }

    /** Another process that copies, with connections of its own. */
    LogMirror mirror() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(DATABASE.jdbcUrl());
        pool.setUsername(DatabaseRole.MIRROR.user());
        pool.setPassword(DATABASE.password(DatabaseRole.MIRROR));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        opened.add(pool::close);
        LogMirror mirror = new LogMirror(original, pool);
        opened.add(mirror::close);
        mirror.start();
        return mirror;
    }

    /** Cuts every connection of those who copy, whatever they are at. */
    void cut() {
        execute("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = current_database() and usename = 'jalon_mirror'
                """);
    }

    /** Keeps all appends waiting until it is closed. */
    Connection holdUp() throws SQLException {
        Connection held = DATABASE.dataSource(DatabaseRole.ADMIN).getConnection();
        held.setAutoCommit(false);
        try (Statement statement = held.createStatement()) {
            AdvisoryLock.APPEND.takeForTransaction(statement);
        }
        return held;
    }

    /** Until an append waits for the lock that another holds. */
    void awaitBlocked() {
        await(() -> {
            try (Connection connection = DATABASE.dataSource(DatabaseRole.ADMIN).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select from pg_locks where locktype = 'advisory' and not granted limit 1")) {
                return row.next();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static void execute(String sql) {
        try (Connection connection = DATABASE.dataSource(DatabaseRole.ADMIN).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitCopied() {
        await(() -> copy.head() >= original.head());
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still waiting after a minute");
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    @Override
    public void close() {
        opened.reversed().forEach(Runnable::run);
        execute("truncate events.event");
    }
}
