package fr.jalon.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.TestDatabase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredAccountsTest {
    private static final String PASSWORD = "brume-tilleul-42-horizon";

    private static final Actor LYON = Actor.of("lyon-1", "coordinator/lyon");

    private final TestDatabase database = TestDatabase.migrated("access", StoredAccounts::migrate);
    private final DataSource owner = database.dataSource(fr.jalon.postgres.DatabaseRole.OWNER);
    private final StoredAccounts accounts = new StoredAccounts(owner);

    @Test
    void the_first_account_is_national_with_a_password_of_its_own() {
        assertThat(accounts.isEmpty()).isTrue();
        String password = accounts.createFirstNational();
        assertThat(accounts.isEmpty()).isFalse();
        Account first = accounts.find("national").orElseThrow();
        assertThat(first.actor()).isEqualTo(Actor.of("national", "national"));
        assertThat(first.passwordHash()).startsWith("{bcrypt}").doesNotContain(password);
        assertThat(Passwords.ENCODER.matches(password, first.passwordHash())).isTrue();
        assertThat(first.toString()).doesNotContain("bcrypt");
        assertThat(password).hasSize(29).isNotEqualTo(Passwords.random());
    }

    @Test
    void a_name_is_given_once() {
        accounts.create(LYON, PASSWORD);
        assertThatThrownBy(() -> accounts.create(LYON, "another long enough one"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(accounts.find("lyon-1").orElseThrow().actor()).isEqualTo(LYON);
        assertThat(accounts.find("lyon-2")).isEmpty();
        assertThat(accounts.find("x' or 'a'='a")).isEmpty();
        assertThat(accounts.find("\u0000")).isEmpty();
    }

    @Test
    void an_account_may_have_several_roles_and_none_that_is_none() {
        accounts.create(LYON, PASSWORD);
        Actor several = Actor.of("lyon-1", "funder/metropole-lyon,coordinator/lyon");
        assertThat(accounts.setRole(several)).isTrue();
        assertThat(accounts.find("lyon-1").orElseThrow().actor()).isEqualTo(several);
        JdbcClient jdbc = JdbcClient.create(owner);
        for (String roles : new String[] {"{}", "{coordinator}", "{national,\"\"}", "{national,null}", "{king}"}) {
            assertThatThrownBy(() -> jdbc.sql("update access.account set roles = :roles::text[]")
                            .param("roles", roles)
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("account_roles_check");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = fr.jalon.postgres.DatabaseRole.class,
            names = {"COMMAND", "QUERY"})
    void a_service_may_read_accounts_and_not_write_them(fr.jalon.postgres.DatabaseRole role) {
        accounts.create(LYON, PASSWORD);
        DataSource service = database.dataSource(role);
        assertThat(new StoredAccounts(service).find("lyon-1")).isPresent();
        JdbcClient jdbc = JdbcClient.create(service);
        for (String attempt : new String[] {
            "update access.account set roles = '{national}'",
            "delete from access.account",
            "insert into access.account (name, roles, password_hash) values ('x', '{national}', '{noop}x')"
        }) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void several_processes_may_bring_the_schema_up_to_date_at_once() throws Exception {
        DataSource empty = TestDatabase.fresh().dataSource(fr.jalon.postgres.DatabaseRole.OWNER);
        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            for (Future<?> process : IntStream.range(0, 4)
                    .mapToObj(i -> processes.submit(() -> StoredAccounts.migrate(empty)))
                    .toList()) {
                process.get();
            }
        }
        assertThat(new StoredAccounts(empty).isEmpty()).isTrue();
    }
}
