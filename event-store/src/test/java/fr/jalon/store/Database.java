package fr.jalon.store;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.postgres.Role;
import fr.jalon.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database of one test, with what was opened on it. */
final class Database implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<Runnable> opened = new ArrayList<>();

    /** A database with nothing in it. */
    static Database empty() {
        return new Database();
    }

    /** A database with the store's schemas. */
    static Database migrated() {
        Database database = empty();
        Migrations.run(database.owner());
        return database;
    }

    DataSource owner() {
        return database.dataSource(Role.OWNER);
    }

    DataSource admin() {
        return database.dataSource(Role.ADMIN);
    }

    /** A pool of connections of a role. */
    HikariDataSource as(Role role) {
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

    PostgresEventStorageEngine engine(RecordedClock clock) {
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(as(Role.COMMAND), new NotedCodec(), clock);
        opened.add(engine::close);
        return engine;
    }

    PostgresEventStorageEngine engine() {
        return engine(RecordedClock.system());
    }

    void execute(String sql) {
        execute(owner(), sql);
    }

    long number(String sql) {
        try (Connection connection = owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
    }
}
