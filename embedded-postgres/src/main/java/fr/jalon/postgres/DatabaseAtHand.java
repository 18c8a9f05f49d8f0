package fr.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database of a data directory for whoever owns the directory, served or not: the server that runs there, or one
 * that is started for as long as it is at hand.
 */
public final class DatabaseAtHand implements AutoCloseable {
    private static final int LINE_OF_PORT = 3;

    private final Path data;
    private final Connections connections;
    private final @Nullable EmbeddedPostgres started;

    private DatabaseAtHand(Path data, Connections connections, @Nullable EmbeddedPostgres started) {
        this.data = data;
        this.connections = connections;
        this.started = started;
    }

    /** Whether there is a database in this directory. */
    public static boolean isIn(Path data) {
        return Files.isDirectory(cluster(data));
    }

    /**
     * The one in this directory.
     *
     * @throws DataDirectoryInUse if whoever holds it has not started the server yet
     * @throws DataDirectoryNotOurs if another user owns it
     */
    public static DatabaseAtHand of(Path dataDirectory) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start(data);
            return new DatabaseAtHand(data, started.connections(), started);
        } catch (DataDirectoryInUse served) {
            try {
                String port = Files.readAllLines(cluster(data).resolve("postmaster.pid"))
                        .get(LINE_OF_PORT);
                return new DatabaseAtHand(
                        data, new Connections(Integer.parseInt(port.strip()), Secrets.in(data)), null);
            } catch (NoSuchFileException | IndexOutOfBoundsException notYet) {
                throw served;
            } catch (IOException e) {
                throw new EmbeddedPostgresException("The server in " + data + " cannot be found", e);
            }
        }
    }

    /** Connections of a role, one by one. */
    public DataSource dataSource(DatabaseRole role) {
        return connections.dataSource(role, EmbeddedPostgres.DATABASE);
    }

    Path cluster() {
        return cluster(data);
    }

    private static Path cluster(Path data) {
        return data.resolve("postgres").resolve("cluster");
    }

    /** Stops the server if it was started for this. */
    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
