package fr.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class ClusterCopyTest {
    /** Wide enough that files grow, and pages change, while they are copied. */
    private static final String INSERT =
            "insert into counted (word) values (repeat('a word again ', 300)) returning number";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @Test
    void a_copy_taken_while_others_write_holds_all_that_was_committed_before_it_began_and_no_gap() throws Exception {
        Path data = files.resolve("data");
        Path other = files.resolve("other");
        AtomicLong committed = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        long before;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, TestDatabase.programs(files))) {
            ask(server, "create table counted (number bigint generated always as identity, word text)");
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> count(server, committed, enough));
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (committed.get() < 20) {
                assertThat(writer).isNotDone();
                assertThat(System.nanoTime()).as("written within a minute").isLessThan(end);
                Thread.sleep(5);
            }
            before = committed.get();
            PrivateDirectory.make(other);
            DurableCopy.tree(data.resolve("secrets"), other.resolve("secrets"), _ -> true);
            try (DatabaseAtHand database = DatabaseAtHand.of(data)) {
                assertThat(ClusterCopy.take(database, other)).isPositive();
            }
            enough.set(true);
            writer.get(1, TimeUnit.MINUTES);
            assertThat(ask(server, "select count(*) from pg_replication_slots"))
                    .as("what is kept for ever fills the disk")
                    .isZero();
        }

        try (EmbeddedPostgres restored = EmbeddedPostgres.start(other, TestDatabase.programs(files))) {
            long there = ask(restored, "select count(*) from counted");
            assertThat(there).isBetween(before, committed.get()).isGreaterThan(before);
            assertThat(ask(restored, "select max(number) from counted")).isEqualTo(there);
        }
        assertThat(other.resolve("postgres/cluster/backup_label"))
                .as("used once")
                .doesNotExist();
    }

    @Test
    void a_database_that_nobody_serves_is_at_hand_too_and_served_by_nobody_afterwards() throws Exception {
        Path data = Files.createDirectory(files.resolve("data"));
        Path programs = TestDatabase.programs(files);
        EmbeddedPostgres.start(data, programs).close();
        share(programs, data);

        try (DatabaseAtHand database = DatabaseAtHand.of(data);
                Connection owner = database.dataSource(DatabaseRole.OWNER).getConnection()) {
            assertThat(owner.isValid(1)).isTrue();
        }
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    private static void share(Path programs, Path data) throws Exception {
        try (var all = Files.list(programs)) {
            for (Path each : all.filter(path -> path.getFileName().toString().startsWith("programs-"))
                    .toList()) {
                Files.createSymbolicLink(data.resolve("postgres").resolve(each.getFileName()), each);
            }
        }
    }

    private static void count(EmbeddedPostgres server, AtomicLong committed, AtomicBoolean enough) {
        try (Connection connection = server.dataSource(DatabaseRole.ADMIN).getConnection();
                Statement statement = connection.createStatement()) {
            while (!enough.get()) {
                try (ResultSet row = statement.executeQuery(INSERT)) {
                    row.next();
                    committed.set(row.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.dataSource(DatabaseRole.ADMIN).getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
