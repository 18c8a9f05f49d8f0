package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.TestCluster;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.server.Backup;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.Restored;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.store.log.EventLog;
import fr.jalon.web.start.RefusedStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A register is copied while it is served, and made again of the copy. */
@Tag("long")
class BackupTest {
    private static final String OPENED = """
            {"type": "territory-opened", "effective": "2020", "kind": "city", "name": "Essai"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @Test
    @Timeout(240)
    void what_was_recorded_before_a_backup_while_serving_is_restored_checked_and_served_with_the_same_accounts()
            throws Exception {
        Path data = files.resolve("data");
        TestCluster.into(Files.createDirectories(data));
        AtomicInteger recorded = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        int before;
        String password;
        try (StandaloneServer server = start(data)) {
            password = Objects.requireNonNull(server.firstPassword());
            Asking national = new Asking(server.address(), "national", password);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> record(national, recorded, enough));
            while (recorded.get() < 5) {
                assertThat(writer).isNotDone();
                Thread.sleep(5);
            }
            before = recorded.get();
            Ended taken = jalon("backup", files.resolve("backup").toString(), "--data=" + data);
            enough.set(true);
            writer.get(1, TimeUnit.MINUTES);
            assertThat(taken.code()).as(taken.out()).isZero();
            assertThat(Instant.parse(national.health()
                            .at("/components/backup/details/last")
                            .asString("")))
                    .isEqualTo(Backup.in(files.resolve("backup")).orElseThrow().at());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.resolve("backup"))))
                .isEqualTo("rwx------");

        Path other = files.resolve("other");
        Ended restored = jalon("restore", files.resolve("backup").toString(), "--data=" + other);
        assertThat(restored.code()).as(restored.out()).isZero();
        assertThat(restored.out()).contains("All is as it was sealed", "--forget");

        try (StandaloneServer server = start(other)) {
            assertThat(server.firstPassword()).as("no account was lost").isNull();
            assertThat(server.part(EventLog.class).head()).isBetween((long) before, (long) recorded.get());
            assertThat(new Asking(server.address(), "national", password).status("/territories"))
                    .isEqualTo(200);
        }
    }

    @Test
    @Timeout(240)
    void a_restore_of_data_that_were_altered_says_where_and_what_is_not_served_is_backed_up_too() throws Exception {
        Path data = files.resolve("data");
        TestCluster.into(Files.createDirectories(data));
        try (StandaloneServer server = start(data)) {
            Asking national = new Asking(server.address(), "national", server.firstPassword());
            assertThat(national.post("/territories/lille/entries", OPENED).statusCode())
                    .isEqualTo(201);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            JdbcClient.create(postgres.dataSource(DatabaseRole.OWNER))
                    .sql("update access.account set password_hash = '{noop}'")
                    .update();
            JdbcClient.create(postgres.dataSource(DatabaseRole.ADMIN))
                    .sql("delete from access.change where kind = 'update'")
                    .update();
        }
        Ended taken = jalon("backup", files.resolve("backup").toString(), "--data=" + data);
        assertThat(taken.code()).as(taken.out()).isZero();

        Ended restored = jalon("restore", files.resolve("backup").toString(), "--data=" + files.resolve("other"));
        assertThat(restored.code()).as(restored.out()).isEqualTo(1);
        assertThat(restored.out()).contains("account", "national");
    }

    @Test
    void neither_writes_where_something_is_already_nor_restores_what_is_no_whole_backup() throws Exception {
        Path used = Files.createDirectory(files.resolve("used"));
        Files.createFile(used.resolve("something"));
        Path whole = Files.createDirectory(files.resolve("whole"));
        Files.writeString(whole.resolve("jalon.backup"), "2026-01-01T00:00:00Z\n");
        Path data = files.resolve("data");
        Files.createDirectories(data.resolve("postgres/cluster"));

        assertThat(jalon("backup", used.toString(), "--data=" + data)).satisfies(said -> refused(said, "not empty"));
        assertThat(jalon("restore", whole.toString(), "--data=" + used)).satisfies(said -> refused(said, "not empty"));
        assertThat(jalon("restore", used.toString(), "--data=" + files.resolve("none")))
                .satisfies(said -> refused(said, "no backup"));
        assertThat(jalon("backup", whole.toString(), "--data=" + files.resolve("none")))
                .satisfies(said -> refused(said, "no register"));
        assertThat(files.resolve("none")).doesNotExist();
    }

    @Test
    void where_a_restore_broke_off_no_empty_register_is_served() throws Exception {
        Path data = files.resolve("data");
        Files.createDirectories(data.resolve("restoring/postgres"));

        assertThatThrownBy(() -> start(data)).isInstanceOf(RefusedStart.class).hasMessageContaining("restore again");
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void what_lies_beside_a_backup_is_not_restored_and_a_mark_without_an_instant_makes_none() throws Exception {
        Path backup = backupOf("18");
        Files.writeString(backup.resolve("SHA256SUMS"), "0\n");
        Path data = files.resolve("data");

        Backup.in(backup).orElseThrow().restore(data);

        assertThat(data).isDirectoryNotContaining("glob:**SHA256SUMS").isDirectoryNotContaining("glob:**restoring");
        assertThat(data.resolve("postgres/cluster/PG_VERSION")).hasContent("18");
        Files.writeString(backup.resolve("jalon.backup"), "");
        assertThat(Backup.in(backup)).isEmpty();
    }

    @Test
    void a_backup_of_another_postgresql_is_refused_before_anything_is_copied() throws Exception {
        Path other = files.resolve("other");

        Ended said = jalon("restore", backupOf("9").toString(), "--data=" + other);

        assertThat(said.code()).isEqualTo(78);
        assertThat(said.out()).contains("were made by PostgreSQL 9,", "jalon export");
        assertThat(other).doesNotExist();
    }

    @Test
    void a_copy_that_cannot_be_written_is_a_fault_of_where_it_goes() throws Exception {
        DemoServer.running();
        Path into = Files.createDirectory(files.resolve("into"));
        Files.createFile(into.resolve("postgres"));

        assertThatThrownBy(() -> Backup.take(DemoServer.data(), into)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_check_of_what_was_restored_makes_no_account_whose_password_nobody_sees() throws Exception {
        Path data = Files.createDirectory(files.resolve("data"));
        TestCluster.into(data);

        assertThat(Restored.check(data).faults()).isEmpty();

        assertThat(jalon("account", "list", "--data=" + data)).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void why_what_was_restored_is_not_served_is_told_in_a_sentence() throws Exception {
        Path data = Files.createDirectory(files.resolve("served"));
        TestCluster.into(data);
        Path backup = files.resolve("backup");
        assertThat(jalon("backup", backup.toString(), "--data=" + data).code()).isZero();
        System.setProperty("jalon.accounts.file", files.resolve("none").toString());
        try {
            Ended said = jalon("restore", backup.toString(), "--data=" + files.resolve("data"));
            assertThat(said.code()).as(said.out()).isEqualTo(78);
            assertThat(said.out()).contains("Not started. The accounts' file", "cannot be read");
        } finally {
            System.clearProperty("jalon.accounts.file");
        }
    }

    private Path backupOf(String postgres) throws IOException {
        Path backup = files.resolve("backup");
        Files.createDirectories(backup.resolve("postgres/cluster"));
        Files.writeString(backup.resolve("postgres/cluster/PG_VERSION"), postgres + "\n");
        Files.writeString(backup.resolve("jalon.backup"), "2026-01-01T00:00:00Z\n");
        return backup;
    }

    private static void refused(Ended said, String sentence) {
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains(sentence).doesNotContain("Exception");
    }

    private static void record(Asking national, AtomicInteger recorded, AtomicBoolean enough) {
        try {
            while (!enough.get()) {
                String territory = "t" + UUID.randomUUID();
                assertThat(national.post("/territories/" + territory + "/entries", OPENED)
                                .statusCode())
                        .isEqualTo(201);
                recorded.incrementAndGet();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static StandaloneServer start(Path data) {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false));
    }

    private static Ended jalon(String... arguments) {
        Ended ended = Terminal.alone().ended(arguments);
        return new Ended(ended.code(), ended.out() + ended.error(), "");
    }
}
