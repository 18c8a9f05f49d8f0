package fr.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A cluster made once for all tests of a build, with its passwords: to copy one is ten times less work. */
public final class TestCluster {
    private TestCluster() {}

    /** Gives a data directory programs and cluster, so that its server starts as on data it already had. */
    public static void into(Path data) {
        String shared = System.getProperty("jalon.test.programs");
        if (shared == null) {
            return;
        }
        try {
            Path programs = Files.createDirectories(Path.of(shared).toAbsolutePath());
            Path made = made(programs);
            for (String part : List.of("secrets", "postgres/cluster")) {
                copy(made.resolve(part), data.resolve(part));
            }
            Path home = Programs.in(programs).directory();
            Files.createSymbolicLink(data.resolve("postgres").resolve(home.getFileName()), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whichever process needs it first makes it, while the others wait. */
    private static Path made(Path programs) throws IOException {
        Path made = programs.resolve("cluster-" + Programs.version());
        try (FileChannel lock = FileChannel.open(
                programs.resolve("cluster.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.notExists(made)) {
                Path draft = Files.createTempDirectory(programs, "cluster");
                try (EmbeddedPostgres server = EmbeddedPostgres.startUnsynced(draft, programs)) {
                    hashAnew(server);
                }
                Files.move(draft, made, StandardCopyOption.ATOMIC_MOVE);
            }
            return made;
        }
    }

    /** The administrator's password was hashed when the cluster was made, not as this server hashes. */
    private static void hashAnew(EmbeddedPostgres server) {
        try (Connection admin =
                        server.dataSource(DatabaseRole.ADMIN, "postgres").getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("alter role " + DatabaseRole.ADMIN.user() + " password "
                    + statement.enquoteLiteral(server.password(DatabaseRole.ADMIN)));
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The cluster of the tests does not answer", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
