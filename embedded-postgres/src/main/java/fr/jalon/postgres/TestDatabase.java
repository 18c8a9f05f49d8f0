package fr.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A new empty database for a test, on one server that all tests of this process share and that ends with it. It never
 * waits for the disk, as no machine crashes here, unless {@link #waitForDisk} was asked for.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, TestDatabase> MIGRATED = new ConcurrentHashMap<>();

    private static final AtomicBoolean SYNCED = new AtomicBoolean();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** For what is measured: the server waits for the disk, as people's do. To be said before any database is made. */
    public static void waitForDisk() {
        SYNCED.set(true);
    }

    /** A new one. */
    public static TestDatabase fresh() {
        return copy("template1");
    }

    /** A new one that was migrated: once for all of this process that call it the same, who get copies. */
    public static TestDatabase migrated(String what, Consumer<DataSource> migration) {
        return MIGRATED.computeIfAbsent(what, none -> {
                    TestDatabase first = fresh();
                    migration.accept(first.dataSource(DatabaseRole.OWNER));
                    return first;
                })
                .copy();
    }

    /** A new one with all that is in this one, which nobody may be connected to meanwhile. */
    public TestDatabase copy() {
        return copy(name);
    }

    private static TestDatabase copy(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            Shared.copy(name, template);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The test database " + template + " could not be copied", e);
        }
        return new TestDatabase(name);
    }

    public String jdbcUrl() {
        return Shared.SERVER.jdbcUrl(name);
    }

    public String password(DatabaseRole role) {
        return Shared.SERVER.password(role);
    }

    /** Connections of a role, one by one. */
    public DataSource dataSource(DatabaseRole role) {
        return Shared.SERVER.dataSource(role, name);
    }

    /** Where tests keep PostgreSQL's programs, so that a build unpacks them once. */
    static Path programs(Path otherwise) {
        return Path.of(System.getProperty("jalon.test.programs", otherwise.toString()));
    }

    private static final class Shared {
        private static final EmbeddedPostgres SERVER = start();
        private static final Connection ADMIN = admin();

        private static EmbeddedPostgres start() {
            try {
                Path directory = Files.createTempDirectory("jalon-test");
                TestCluster.into(directory);
                EmbeddedPostgres server = SYNCED.get()
                        ? EmbeddedPostgres.start(directory, programs(directory))
                        : EmbeddedPostgres.startUnsynced(directory, programs(directory));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Connection admin() {
            try {
                return SERVER.dataSource(DatabaseRole.ADMIN, "postgres").getConnection();
            } catch (SQLException e) {
                throw new EmbeddedPostgresException("The server of the test databases does not answer", e);
            }
        }

        private static synchronized void copy(String name, String template) throws SQLException {
            Cluster.copyDatabase(ADMIN, name, template);
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
