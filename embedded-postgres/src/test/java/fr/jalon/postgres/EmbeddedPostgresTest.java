package fr.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class EmbeddedPostgresTest {
    private static final Duration LIMIT_TO_MEET = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void every_acknowledged_commit_is_on_disk() throws SQLException {
        try (EmbeddedPostgres server = start(data)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void nobody_connects_without_a_password_and_no_role_of_ours_is_superuser() throws SQLException, IOException {
        try (EmbeddedPostgres server = start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), DatabaseRole.ADMIN.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(ask(server, "select count(*) from pg_roles where rolsuper and rolname <> 'jalon_admin'"))
                    .isEqualTo("0");
            assertThat(Files.getPosixFilePermissions(data.resolve("secrets/jalon_owner")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_second_process_on_the_same_data_is_refused_with_a_sentence() {
        try (EmbeddedPostgres first = start(data)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(DataDirectoryInUse.class)
                    .hasMessageContaining("Another Jalon uses the data")
                    .extracting(refusal -> ((DataDirectoryInUse) refusal).inFrench())
                    .asString()
                    .contains("Un autre Jalon utilise les données");
        }
    }

    @Test
    void a_server_that_is_killed_starts_again_by_itself_with_all_that_was_committed() throws Exception {
        try (EmbeddedPostgres server = start(data)) {
            run(server, "create table kept as select 42 as answer");
            for (int time = 0; time < 2; time++) {
                kill(server.pid());
                assertThat(askOnceBack(server, "select answer from kept")).isEqualTo("42");
            }
        }
        assertThat(data.resolve("postgres/cluster/postmaster.pid"))
                .as("closed, it stays ended")
                .doesNotExist();
    }

    @Test
    void a_server_killed_just_before_the_end_is_not_started_again_and_the_next_start_finds_everything()
            throws Exception {
        try (EmbeddedPostgres server = start(data)) {
            run(server, "create table kept as select 42 as answer");
            kill(server.pid());
        }
        try (EmbeddedPostgres again = start(data)) {
            assertThat(ask(again, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void what_a_killed_server_left_is_waited_for() throws Exception {
        EmbeddedPostgres server = start(data);
        ProcessHandle left = ProcessHandle.of(server.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(left.pid()))
                        .start()
                        .waitFor())
                .isZero();
        kill(server.pid());
        server.close();
        Thread ender = Thread.ofVirtual().start(() -> endOnceMet(left));
        try (EmbeddedPostgres again = start(data)) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        } finally {
            ender.join();
        }
    }

    /** Ends what is left once a start has said that it is in the way. */
    private void endOnceMet(ProcessHandle left) {
        long end = System.nanoTime() + LIMIT_TO_MEET.toNanos();
        while (System.nanoTime() < end && !log().contains("pre-existing shared memory block")) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        left.destroyForcibly();
    }

    private String log() {
        try {
            return Files.readString(data.resolve("logs/postgres.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void after_our_process_is_killed_the_server_it_left_is_replaced_and_nothing_is_lost() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djalon.test.programs=" + System.getProperty("jalon.test.programs", data.toString()),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedPostgresTest.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long orphan;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            orphan = Long.parseLong(Objects.requireNonNull(said.readLine()));
            kill(child.pid());
        }
        assertThat(ProcessHandle.of(orphan))
                .as("the server outlives its starter")
                .isPresent();

        try (EmbeddedPostgres again = start(data)) {
            assertThat(again.pid()).isNotEqualTo(orphan);
            assertThat(ask(again, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void each_test_gets_a_database_of_its_own() throws SQLException {
        TestDatabase one = TestDatabase.fresh();
        try (Connection connection = one.dataSource(DatabaseRole.OWNER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema events");
        }
        try (Connection connection =
                        TestDatabase.fresh().dataSource(DatabaseRole.OWNER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema events");
        }
    }

    /** The process that is killed: starts a server, commits, says the server's process id and waits for its end. */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        EmbeddedPostgres server = start(Path.of(arguments[0]));
        run(server, "create table kept as select 42 as answer");
        System.out.println(server.pid());
        Thread.currentThread().join();
    }

    private static EmbeddedPostgres start(Path data) {
        return EmbeddedPostgres.start(data, TestDatabase.programs(data));
    }

    private static void kill(long pid) throws InterruptedException, ExecutionException {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().get();
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.dataSource(DatabaseRole.ADMIN).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String askOnceBack(EmbeddedPostgres server, String sql) throws InterruptedException {
        while (true) {
            try {
                return ask(server, sql);
            } catch (SQLException notYet) {
                Thread.sleep(20);
            }
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.dataSource(DatabaseRole.ADMIN).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
