package fr.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A new empty database for a test, on one server that all tests of this process share and that ends with it. It never
 * waits for the disk: no machine crashes here.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new one. */
    public static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection admin = Shared.SERVER.dataSource(Role.ADMIN, "postgres").getConnection()) {
            Cluster.createDatabase(admin, name);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The test database " + name + " could not be made", e);
        }
        return new TestDatabase(name);
    }

    /** A new one with all that is in this one, which nobody may be connected to meanwhile. */
    public TestDatabase copy() {
        String copy = "test_" + COUNT.incrementAndGet();
        try (Connection admin = Shared.SERVER.dataSource(Role.ADMIN, "postgres").getConnection()) {
            Cluster.createDatabase(admin, copy, name);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The test database " + name + " could not be copied", e);
        }
        return new TestDatabase(copy);
    }

    public String jdbcUrl() {
        return Shared.SERVER.jdbcUrl(name);
    }

    public String password(Role role) {
        return Shared.SERVER.password(role);
    }

    /** Connections of a role, one by one. */
    public DataSource dataSource(Role role) {
        return Shared.SERVER.dataSource(role, name);
    }

    /** Where tests keep PostgreSQL's programs, so that a build unpacks them once. */
    static Path programs(Path otherwise) {
        return Path.of(System.getProperty("jalon.test.programs", otherwise.toString()));
    }

    private static final class Shared {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Path directory = Files.createTempDirectory("jalon-test");
                EmbeddedPostgres server = EmbeddedPostgres.startUnsynced(directory, programs(directory));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(EmbeddedPostgres server, Path directory) {
            server.abandon();
            try {
                Cluster.deleteTree(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
