package fr.jalon.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts are changed for whoever may, of a register and of a demonstration alike. */
class AccountKeeperTest {
    private static final Actor NATIONAL = Actor.of("national", "national");
    private static final String HASH = "{bcrypt}of-another-password";
    private static final TestDatabase DATABASE = TestDatabase.migrated("access", StoredAccounts::migrate);

    /** Accounts with one of the national team and one auditor, and who keeps them. */
    record Kept(Accounts accounts, AccountKeeper keeper) {
        AccountVerdict change(AccountChange change) {
            return keeper.change(NATIONAL, change);
        }

        Actor actor(String name) {
            return accounts.find(name).orElseThrow().actor();
        }
    }

    static Stream<Kept> both() {
        TestDatabase database = DATABASE.copy();
        StoredAccounts stored = new StoredAccounts(database.dataSource(DatabaseRole.OWNER));
        stored.createFirstNational();
        stored.create(Actor.of("auditor", "auditor"), "brume-tilleul-42-horizon");
        DemoAccounts demo = DemoAccounts.boundTo(InetAddress.getLoopbackAddress());
        return Stream.of(
                new Kept(stored, AccountKeeper.of(stored, () -> database.dataSource(DatabaseRole.ACCOUNTS))),
                new Kept(demo, AccountKeeper.of(demo, () -> {
                    throw new AssertionError("a demonstration is in no database");
                })));
    }

    @ParameterizedTest
    @MethodSource("both")
    void an_account_is_made_once_given_other_roles_and_another_password(Kept kept) {
        Actor claire = Actor.of("claire", "coordinator/lille");
        assertThat(kept.change(new AccountChange.Make(claire, HASH))).isEqualTo(AccountVerdict.DONE);
        assertThat(kept.change(new AccountChange.Make(claire, HASH))).isEqualTo(AccountVerdict.TAKEN);
        assertThat(kept.actor("claire")).isEqualTo(claire);

        Actor auditing = Actor.of("claire", "auditor,coordinator/lyon");
        assertThat(kept.change(new AccountChange.GiveRoles(auditing))).isEqualTo(AccountVerdict.DONE);
        assertThat(kept.change(new AccountChange.SetPassword("claire", HASH + "2")))
                .isEqualTo(AccountVerdict.DONE);

        assertThat(kept.accounts.find("claire")).contains(new Account(auditing, HASH + "2"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void one_that_is_disabled_is_listed_and_not_let_in_until_it_is_enabled(Kept kept) {
        assertThat(kept.change(new AccountChange.Disable("auditor"))).isEqualTo(AccountVerdict.DONE);
        assertThat(kept.accounts.find("auditor")).isEmpty();
        assertThat(kept.accounts.all()).contains(new ListedAccount(Actor.of("auditor", "auditor"), false, false));

        assertThat(kept.change(new AccountChange.SetPassword("auditor", HASH))).isEqualTo(AccountVerdict.DONE);
        assertThat(kept.accounts.find("auditor")).isEmpty();
        assertThat(kept.change(new AccountChange.Enable("auditor"))).isEqualTo(AccountVerdict.DONE);

        assertThat(kept.actor("auditor").roleAndScope()).isEqualTo("auditor");
    }

    @ParameterizedTest
    @MethodSource("both")
    void nobody_changes_their_own_roles_and_the_last_of_the_national_team_stays(Kept kept) {
        assertThat(kept.change(new AccountChange.GiveRoles(Actor.of("national", "auditor"))))
                .isEqualTo(AccountVerdict.OWN_ROLES);
        assertThat(kept.change(new AccountChange.Disable("national"))).isEqualTo(AccountVerdict.LAST_NATIONAL);

        kept.change(new AccountChange.GiveRoles(Actor.of("auditor", "national")));

        assertThat(kept.change(new AccountChange.Disable("national"))).isEqualTo(AccountVerdict.DONE);
        assertThat(kept.change(new AccountChange.Enable("national")))
                .as("who is let in no more changes nothing")
                .isEqualTo(AccountVerdict.NOT_ALLOWED);
    }

    @ParameterizedTest
    @MethodSource("both")
    void an_account_that_is_not_there_is_not_changed(Kept kept) {
        for (AccountChange change : new AccountChange[] {
            new AccountChange.GiveRoles(Actor.of("nobody", "auditor")),
            new AccountChange.SetPassword("nobody", HASH),
            new AccountChange.Enable("nobody"),
            new AccountChange.Disable("nobody")
        }) {
            assertThat(kept.change(change)).isEqualTo(AccountVerdict.UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void only_the_national_team_is_heard_whatever_a_service_makes_of_it(Kept kept) {
        AccountChange change = new AccountChange.Make(Actor.of("intruder", "national"), HASH);
        for (String role : new String[] {"auditor", "national"}) {
            assertThat(kept.keeper.change(Actor.of("auditor", role), change)).isEqualTo(AccountVerdict.NOT_ALLOWED);
        }
        assertThat(kept.accounts.find("intruder")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void one_changes_ones_own_password_while_it_is_what_it_was_and_nobody_elses(Kept kept) {
        Actor auditor = kept.actor("auditor");
        String old = kept.accounts.find("auditor").orElseThrow().passwordHash();
        AccountChange change = own("auditor", old, HASH);

        assertThat(kept.keeper.change(auditor, change)).isEqualTo(AccountVerdict.DONE);
        assertThat(kept.accounts.find("auditor")).contains(new Account(auditor, HASH));
        assertThat(kept.keeper.change(auditor, change)).isEqualTo(AccountVerdict.NOT_ALLOWED);

        assertThat(kept.change(own("auditor", HASH, HASH + "2")))
                .as("of whoever asks, not of whoever is named")
                .isEqualTo(AccountVerdict.NOT_ALLOWED);
        kept.change(new AccountChange.Disable("auditor"));
        assertThat(kept.keeper.change(auditor, own("auditor", HASH, HASH + "2")))
                .isEqualTo(AccountVerdict.NOT_ALLOWED);
    }

    private static AccountChange own(String account, String before, String after) {
        return new AccountChange.ChangeOwn(account, before, new AccountChange.Own.Password(after));
    }

    @Test
    void accounts_of_a_file_are_changed_there() {
        assertThat(AccountKeeper.of(name -> Optional.empty(), () -> {
                            throw new AssertionError();
                        })
                        .change(NATIONAL, new AccountChange.Enable("auditor")))
                .isEqualTo(AccountVerdict.ELSEWHERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from access.account",
                "update access.account set roles = '{national}'",
                "insert into access.account (name, roles, password_hash) values ('x', '{national}', '{noop}x')",
                "insert into access.change (number, made_by, kind, name) values (9, 'jalon_owner', 'delete', 'x')",
                "select access.drop_before(now())"
            })
    void the_role_that_changes_them_may_do_nothing_else(String attempt) {
        assertThatThrownBy(() -> JdbcClient.create(DATABASE.dataSource(DatabaseRole.ACCOUNTS))
                        .sql(attempt)
                        .query()
                        .listOfRows())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMAND", "QUERY", "MIRROR", "ANALYST"})
    void no_other_role_of_a_service_may_change_any(String role) {
        DataSource service = DATABASE.dataSource(DatabaseRole.valueOf(role));
        assertThatThrownBy(() -> new StoredAccountKeeper(service).change(NATIONAL, new AccountChange.Enable("auditor")))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }
}
