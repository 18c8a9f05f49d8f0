package fr.jalon.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL that keeps its cluster, programs, passwords and log under one data directory. Every commit is on
 * disk before it is acknowledged. Starts at once after a crash of this process, and again by itself after one of the
 * server's.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The database that Jalon lives in. */
    public static final String DATABASE = "jalon";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int RETRY_MILLIS = 20;
    private static final int TRIES = 40;
    private static final int TRY_AGAIN_MILLIS = 250;

    /** What PostgreSQL says of what is only in the way for a while. */
    private static final List<String> PASSING = List.of("pre-existing shared memory block", "could not bind");

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=" + Connections.HOST,
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC",
            "max_connections=100",
            "shared_buffers=256MB",
            "maintenance_work_mem=128MB",
            "max_wal_size=2GB",
            "wal_compression=off",
            "jit=off",
            "log_line_prefix=%m [%p] ",
            // Statements carry what people wrote: the log must not.
            "log_min_error_statement=panic",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0");

    /** What a server that need not outlive its machine does without. */
    private static final List<String> UNSYNCED = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            // Its passwords are random: to stretch them as well is most of what a connection costs.
            "scram_iterations=1");

    private final DataDirectoryLock lock;
    private final Keeper keeper;
    private final Connections connections;

    private EmbeddedPostgres(DataDirectoryLock lock, Keeper keeper, Connections connections) {
        this.lock = lock;
        this.keeper = keeper;
        this.connections = connections;
    }

    /**
     * Starts the server of this data directory, made first if need be.
     *
     * @throws DataDirectoryInUse if another process holds it
     * @throws DataDirectoryNotOurs if another user owns it
     * @throws EmbeddedPostgresException if it does not start
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, dataDirectory.resolve("postgres"));
    }

    /** As {@link #start(Path)}, with the programs kept elsewhere so that many servers share them. */
    static EmbeddedPostgres start(Path dataDirectory, Path programsDirectory) {
        return start(dataDirectory, programsDirectory, SETTINGS);
    }

    /** The same, for data that nobody wants back after a crash of the machine: it never waits for the disk. */
    static EmbeddedPostgres startUnsynced(Path dataDirectory, Path programsDirectory) {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(UNSYNCED);
        return start(dataDirectory, programsDirectory, settings);
    }

    private static EmbeddedPostgres start(Path dataDirectory, Path programsDirectory, List<String> settings) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        try {
            DataDirectoryLock lock = DataDirectoryLock.take(data);
            try {
                return start(data, programsDirectory, settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL could not start in " + data, e);
        }
    }

    private static EmbeddedPostgres start(
            Path data, Path programsDirectory, List<String> settings, DataDirectoryLock lock) throws IOException {
        Secrets secrets = Secrets.in(data);
        Path home = PrivateDirectory.inside(data, "postgres");
        Path log = PrivateDirectory.file(PrivateDirectory.inside(data, "logs").resolve("postgres.log"));
        Programs programs = Programs.in(programsDirectory);
        Path cluster = home.resolve("cluster");
        Postmaster.orphanOf(cluster).ifPresent(orphan -> {
            LOG.info("An earlier PostgreSQL still runs on these data; stopping it");
            orphan.stop();
        });
        if (Files.notExists(cluster)) {
            Cluster.make(programs, cluster, secrets, log);
        }
        EmbeddedPostgres server = started(
                port -> new EmbeddedPostgres(
                        lock,
                        new Keeper(() -> launch(programs, cluster, log, port, settings)),
                        new Connections(port, secrets)),
                log);
        try {
            Cluster.prepare(server);
        } catch (RuntimeException e) {
            server.abandon();
            throw e;
        }
        server.keeper.keep();
        return server;
    }

    private interface OnPort {
        EmbeddedPostgres launch(int port) throws IOException;
    }

    /** Tries again where what is in the way will pass: what a killed server left still ends, a port was just taken. */
    private static EmbeddedPostgres started(OnPort on, Path log) throws IOException {
        for (int left = TRIES; ; left--) {
            long before = Files.size(log);
            EmbeddedPostgres server = on.launch(freePort());
            try {
                server.awaitReady(log);
                return server;
            } catch (RuntimeException e) {
                server.abandon();
                String said = since(before, log);
                if (left == 0 || PASSING.stream().noneMatch(said::contains)) {
                    throw e;
                }
                pause(TRY_AGAIN_MILLIS);
            }
        }
    }

    private static String since(long before, Path log) throws IOException {
        try (InputStream lines = Files.newInputStream(log)) {
            lines.skipNBytes(before);
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where a role connects. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    String jdbcUrl(String database) {
        return connections.jdbcUrl(database);
    }

    public String password(DatabaseRole role) {
        return connections.secrets().password(role);
    }

    public int port() {
        return connections.port();
    }

    Connections connections() {
        return connections;
    }

    /** The process id of the server, for those who want to see it die; another once it was started again. */
    public long pid() {
        return keeper.process().pid();
    }

    /** Connections of a role, one by one: pooling is the caller's. */
    public DataSource dataSource(DatabaseRole role) {
        return dataSource(role, DATABASE);
    }

    DataSource dataSource(DatabaseRole role, String database) {
        return connections.dataSource(role, database);
    }

    /** Stops the server in order. */
    @Override
    public void close() {
        try (DataDirectoryLock held = lock) {
            if (held.file().isOpen()) {
                keeper.end(Postmaster::stop);
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The data directory cannot be let go of", e);
        }
    }

    /** Stops it on the spot: its data are not needed again. */
    void abandon() {
        keeper.end(Postmaster::abandon);
    }

    private static Process launch(Programs programs, Path cluster, Path log, int port, List<String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(programs.command("postgres", "-D", cluster.toString(), "-p", "" + port));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own: the terminal's Ctrl-C is for us, who then stop the server in order.
            command.addFirst("/usr/bin/setsid");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady(Path log) {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!isReady()) {
            if (!keeper.process().isAlive() || Instant.now().isAfter(limit)) {
                throw new EmbeddedPostgresException("PostgreSQL did not start; its log is " + log, null);
            }
            pause(RETRY_MILLIS);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while PostgreSQL starts", e);
        }
    }

    private boolean isReady() {
        try (Connection connection = dataSource(DatabaseRole.ADMIN, "postgres").getConnection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
