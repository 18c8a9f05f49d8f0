package fr.jalon.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.web.account.StoredAccounts;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServiceDatabaseTest {
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void without_the_schema_a_service_does_not_start() {
        assertThatThrownBy(this::require)
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("no schema access yet")
                .hasMessageContaining("jalon migrate");
    }

    @Test
    void with_the_schema_of_its_version_or_a_later_one_it_starts() {
        StoredAccounts.migrate(database.dataSource(DatabaseRole.OWNER));
        assertThatCode(this::require).doesNotThrowAnyException();

        owner("""
                insert into access.flyway_schema_history
                select 99, '99', 'of a later version', type, 'V99__later.sql', checksum, installed_by, installed_on,
                       execution_time, success
                from access.flyway_schema_history where version = '1'
                """);
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void with_an_older_schema_it_does_not() {
        StoredAccounts.migrate(database.dataSource(DatabaseRole.OWNER));
        owner("update access.flyway_schema_history set version = '0.9' where version = '1'");

        assertThatThrownBy(this::require).isInstanceOf(RefusedStart.class).hasMessageContaining("is older");
    }

    @Test
    void with_a_schema_that_other_migrations_made_under_the_same_number_it_does_not() {
        StoredAccounts.migrate(database.dataSource(DatabaseRole.OWNER));
        owner("update access.flyway_schema_history set checksum = checksum + 1 where version = '1'");

        assertThatThrownBy(this::require).isInstanceOf(RefusedStart.class).hasMessageContaining("does not know");
    }

    @Test
    void a_database_that_does_not_answer_is_named_by_its_variable() {
        assertThatThrownBy(() -> ServiceDatabase.open(
                                "jdbc:postgresql://127.0.0.1:1/jalon", "jalon_query", "x", 2, SILENCE)
                        .close())
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("JALON_DATABASE_URL");
    }

    @Test
    void a_row_that_the_database_refuses_is_not_repeated_in_what_is_logged() {
        owner("create table notes (text text check (text <> 'Camille'))");
        owner("grant insert on notes to jalon_query");
        try (var pool = ServiceDatabase.open(
                database.jdbcUrl(), "jalon_query", database.password(DatabaseRole.QUERY), 2, SILENCE)) {
            assertThatThrownBy(() -> JdbcClient.create(pool)
                            .sql("insert into notes values (?)")
                            .param("Camille")
                            .update())
                    .rootCause()
                    .hasMessageContaining("violates check constraint")
                    .hasMessageNotContaining("Failing row contains");
        }
    }

    @Test
    void a_wrong_password_is_told_and_not_repeated() {
        assertThatThrownBy(() -> ServiceDatabase.open(database.jdbcUrl(), "jalon_query", "sesame", 2, SILENCE)
                        .close())
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("jalon_query in with the password")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void a_database_that_says_nothing_any_more_is_not_waited_for_for_ever() throws Exception {
        try (var pool = ServiceDatabase.open(
                        database.jdbcUrl(),
                        "jalon_query",
                        database.password(DatabaseRole.QUERY),
                        2,
                        Duration.ofSeconds(1));
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select pg_sleep(3600)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
        }
    }

    private void require() {
        ServiceDatabase.require(database.dataSource(DatabaseRole.QUERY), "access");
    }

    private void owner(String statement) {
        JdbcClient.create(database.dataSource(DatabaseRole.OWNER))
                .sql(statement)
                .update();
    }
}
