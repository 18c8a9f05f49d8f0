package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.language.Language;
import fr.jalon.log.SigningKey;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.TestCluster;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.seal.log.KeyFile;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.server.UnknownSchemaException;
import fr.jalon.standalone.server.Upgrade;
import fr.jalon.store.log.Migrations;
import fr.jalon.web.account.Passwords;
import fr.jalon.web.account.StoredAccounts;
import fr.jalon.web.start.RefusedStart;
import fr.jalon.web.start.ServiceDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done to a database before services of their own work on it. */
@Tag("long")
class MigrateTest {
    private static final String ANOTHER = "another-password-for-the-write-side";

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void four_at_once_make_an_empty_database_ready_and_say_no_password() throws Exception {
        List<JalonCommand> atOnce = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            atOnce.add(migrate(ANOTHER));
        }
        for (JalonCommand each : atOnce) {
            Ended ended = each.ended();
            assertThat(ended.code()).as(ended.error()).isZero();
            assertThat(ended.out()).contains("up to date", "jalon_command").doesNotContain("jalon_query");
            assertThat(ended.out() + ended.error()).doesNotContain(ANOTHER, database.password(DatabaseRole.ADMIN));
        }
        open("jalon_command", ANOTHER);
        open("jalon_query", database.password(DatabaseRole.QUERY));

        // The role is the server's, which other tests use too.
        assertThat(migrate(database.password(DatabaseRole.COMMAND)).ended().code())
                .isZero();
        open("jalon_command", database.password(DatabaseRole.COMMAND));
    }

    @Test
    void an_older_postgresql_is_told_and_left_as_it_is() throws Exception {
        try (OlderPostgres older = older()) {
            Terminal owner = Terminal.alone()
                    .with("JALON_DATABASE_URL", older.url(database.jdbcUrl()))
                    .with("JALON_DATABASE_PASSWORD", database.password(DatabaseRole.OWNER));

            Ended english = owner.ended("migrate");
            assertThat(english.code()).isEqualTo(78);
            assertThat(english.error()).contains("is PostgreSQL " + OlderPostgres.VERSION, "needs 18");
            assertThat(owner.in(Language.FRENCH).ended("migrate").error()).contains("il faut à Jalon la version 18");
            assertThat(schemas()).doesNotContain("events", "access");
        }
    }

    @Test
    void on_an_older_postgresql_no_service_starts() throws Exception {
        String password = database.password(DatabaseRole.COMMAND);
        try (OlderPostgres older = older()) {
            assertThatThrownBy(() -> ServiceDatabase.open(
                                    older.url(database.jdbcUrl()), "jalon_command", password, 2, Duration.ofMinutes(1))
                            .close())
                    .isInstanceOf(RefusedStart.class)
                    .hasMessageContaining("is PostgreSQL " + OlderPostgres.VERSION)
                    .hasMessageContaining("18 or later");
        }
    }

    private OlderPostgres older() {
        return new OlderPostgres(
                URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort());
    }

    @Test
    void tables_that_another_version_made_under_the_same_number_are_told_and_left_as_they_are() throws Exception {
        Migrations.run(database.dataSource(DatabaseRole.OWNER));
        madeByAnother(database.dataSource(DatabaseRole.OWNER), "events");
        Ended ended = migrate(ANOTHER).ended();

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.error()).contains("another version", "jalon export").doesNotContain("Exception");
        assertThat(schemas()).doesNotContain("access");
    }

    @Test
    void where_only_the_tables_of_accounts_are_of_another_version_those_of_the_log_are_not_made_either() {
        StoredAccounts.migrate(database.dataSource(DatabaseRole.OWNER));
        madeByAnother(database.dataSource(DatabaseRole.OWNER), "access");

        assertThatThrownBy(() -> new Upgrade(database.dataSource(DatabaseRole.OWNER)).schemas())
                .isInstanceOf(UnknownSchemaException.class);
        assertThat(schemas()).contains("access").doesNotContain("events");
    }

    @Test
    void a_data_directory_that_another_version_made_is_not_served(@TempDir Path directory) throws Exception {
        TestCluster.into(directory);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            Migrations.run(postgres.dataSource(DatabaseRole.OWNER));
            madeByAnother(postgres.dataSource(DatabaseRole.OWNER), "events");
        }
        Ended ended = JalonCommand.start(Map.of(), "serve", "--port", "0", "--data", directory.toString())
                .ended();

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.error())
                .contains(directory.toString(), "another version", "--data")
                .doesNotContain("Exception");
    }

    private List<String> schemas() {
        return JdbcClient.create(database.dataSource(DatabaseRole.OWNER))
                .sql("select nspname from pg_namespace")
                .query(String.class)
                .list();
    }

    private static void madeByAnother(DataSource owner, String schema) {
        JdbcClient.create(owner).sql("""
                        update %s.flyway_schema_history set checksum = 7, description = 'another'
                        where version = '1'
                        """.formatted(schema)).update();
    }

    @Test
    void without_its_variables_it_says_which_one_is_missing() throws Exception {
        Ended ended = JalonCommand.start(Map.of(), "migrate").ended();

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.error()).contains("JALON_DATABASE_URL").doesNotContain("Exception");
    }

    @Test
    void a_database_that_does_not_answer_is_told() throws Exception {
        Ended ended = JalonCommand.start(
                        Map.of(
                                "JALON_DATABASE_URL",
                                "jdbc:postgresql://127.0.0.1:1/jalon",
                                "JALON_DATABASE_PASSWORD",
                                "open-sesame"),
                        "migrate")
                .ended();

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.error()).contains("127.0.0.1:1").doesNotContain("open-sesame");
    }

    @Test
    void a_password_is_hashed_for_an_accounts_file_and_a_short_or_common_one_is_refused() throws Exception {
        Ended hashed = JalonCommand.start(Map.of(), "hash-password").typed("correct horse battery\n");
        assertThat(hashed.code()).as(hashed.error()).isZero();
        assertThat(Passwords.ENCODER.matches(
                        "correct horse battery", hashed.out().strip()))
                .isTrue();

        Ended refused = Terminal.alone().typing("short").ended("hash-password");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.error()).contains("12").doesNotContain("short");

        Ended common = Terminal.alone().typing("Convergence2023!").ended("hash-password");
        assertThat(common.code()).isEqualTo(1);
        assertThat(common.error()).contains("soon guessed").doesNotContain("2023");
    }

    @Test
    void a_new_key_signs_under_the_log_s_own_name_is_read_by_nobody_else_and_replaces_none(@TempDir Path directory)
            throws Exception {
        Path file = directory.resolve("keys/log.key");
        Ended made = Terminal.alone().ended("new-key", file.toString(), "--name", "jalon/mesure");
        assertThat(made.code()).as(made.error()).isZero();
        SigningKey key = KeyFile.in(file);
        assertThat(made.out().strip()).isEqualTo(key.verifier().text()).startsWith("jalon/mesure+");

        Ended again = Terminal.alone().ended("new-key", file.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.error()).contains("log.key").doesNotContain("Exception");
        assertThat(KeyFile.in(file).secret()).isEqualTo(key.secret());

        Ended nameless =
                Terminal.alone().ended("new-key", directory.resolve("other").toString(), "--name", "not a name");
        assertThat(nameless.code()).isEqualTo(1);
        assertThat(directory.resolve("other")).doesNotExist();
    }

    @Test
    void the_store_that_keeps_the_log_is_said_once_and_a_service_told_of_another_does_not_start() {
        Migrations.run(database.dataSource(DatabaseRole.OWNER));
        ServiceDatabase.requireStore(database.dataSource(DatabaseRole.COMMAND), "axon-server");
        ServiceDatabase.requireStore(database.dataSource(DatabaseRole.QUERY), "axon-server");

        assertThatThrownBy(() -> ServiceDatabase.requireStore(database.dataSource(DatabaseRole.COMMAND), "postgresql"))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("jalon.event-store is postgresql")
                .hasMessageContaining("kept by axon-server");
        assertThatCode(() -> ServiceDatabase.requireStore(database.dataSource(DatabaseRole.QUERY), "axon-server"))
                .doesNotThrowAnyException();
    }

    private JalonCommand migrate(String commandPassword) throws IOException {
        return JalonCommand.start(
                Map.of(
                        "JALON_DATABASE_URL",
                        database.jdbcUrl(),
                        "JALON_DATABASE_USER",
                        DatabaseRole.ADMIN.user(),
                        "JALON_DATABASE_PASSWORD",
                        database.password(DatabaseRole.ADMIN),
                        "JALON_COMMAND_PASSWORD",
                        commandPassword),
                "migrate");
    }

    private void open(String role, String password) {
        try (var pool = ServiceDatabase.open(database.jdbcUrl(), role, password, 2, Duration.ofMinutes(1))) {
            ServiceDatabase.require(pool, "events");
            ServiceDatabase.require(pool, "access");
        }
    }
}
