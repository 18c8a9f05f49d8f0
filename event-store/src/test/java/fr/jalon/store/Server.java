package fr.jalon.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** One PostgreSQL for all tests, and a fresh migrated database for each. */
final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database with nothing in it. */
    static Server empty() {
        Server server = new Server();
        execute(POSTGRES.getPostgresDatabase(), "create database " + server.name);
        return server;
    }

    /** A database with the store's schemas. */
    static Server migrated() {
        Server server = empty();
        Migrations.run(server.owner());
        return server;
    }

    DataSource owner() {
        return POSTGRES.getDatabase("postgres", name);
    }

    /** A pool that acts as one of the store's roles. */
    HikariDataSource as(String role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", name));
        pool.setConnectionInitSql("set role " + role);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }

    PostgresEventStorageEngine engine(RecordedClock clock) {
        return new PostgresEventStorageEngine(as("jalon_command"), new NotedCodec(), clock);
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
}
