package fr.jalon.web.account;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.database.Schema;
import fr.jalon.events.entry.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts in PostgreSQL, schema {@code access}. Both services' roles may read them; only the owner of the schema may
 * write, so a service at work can neither make an account nor change a role.
 */
public final class StoredAccounts implements Accounts {
    private static final Schema ACCESS = new Schema("access", AdvisoryLock.ACCESS_SCHEMA);

    private final JdbcClient jdbc;

    public StoredAccounts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** As {@link Schema#validate}. */
    public static void validate(DataSource owner) {
        ACCESS.validate(owner);
    }

    /** As {@link Schema#migrate}. */
    public static void migrate(DataSource owner) {
        ACCESS.migrate(owner);
    }

    @Override
    public Optional<Account> find(String name) {
        if (!Slug.isSlug(name)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select name, array_to_string(roles, ',') as roles, password_hash, second_factor, recovery_codes
                        from access.account where name = :name and enabled
                        """).param("name", name).query(StoredAccounts::account).optional();
    }

    @Override
    public List<ListedAccount> all() {
        return jdbc.sql("""
                        select name, array_to_string(roles, ',') as roles, enabled,
                            second_factor is not null as has_factor
                        from access.account order by name
                        """)
                .query((row, number) ->
                        new ListedAccount(actor(row), row.getBoolean("enabled"), row.getBoolean("has_factor")))
                .list();
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes an account with a password that somebody chose.
     *
     * @throws IllegalArgumentException if the password breaks a rule
     * @throws IllegalStateException if the name is taken
     */
    public void create(Actor actor, String password) {
        require(password);
        insert(actor, password);
    }

    /**
     * Gives an account a password that somebody chose.
     *
     * @return whether there is such an account
     * @throws IllegalArgumentException if the password breaks a rule
     */
    public boolean setPassword(String name, String password) {
        require(password);
        return jdbc.sql("update access.account set password_hash = :hash where name = :name")
                        .param("hash", Passwords.hash(password))
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Gives an account other roles; whether there is such an account. */
    public boolean setRole(Actor actor) {
        return jdbc.sql("update access.account set roles = string_to_array(:roles, ',') where name = :name")
                        .param("roles", actor.roleAndScope())
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    /** Lets an account in no more, or again; whether there is such an account. */
    public boolean setEnabled(String name, boolean enabled) {
        return jdbc.sql("update access.account set enabled = :enabled where name = :name")
                        .param("enabled", enabled)
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Takes away an account's second factor, whose holder lost it; whether there is such an account. */
    public boolean forgetSecondFactor(String name) {
        return jdbc.sql("update access.account set second_factor = null, recovery_codes = '{}' where name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Whether nobody of the national team would be let in without this account. */
    public boolean isLastNational(String name) {
        return jdbc.sql("select access.is_last_national(:name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private static void require(String password) {
        PasswordRule.brokenBy(password).ifPresent(broken -> {
            throw new IllegalArgumentException("The password breaks the rule " + broken.code());
        });
    }

    private void insert(Actor actor, String password) {
        try {
            jdbc.sql("""
                    insert into access.account (name, roles, password_hash)
                    values (:name, string_to_array(:roles, ','), :hash)
                    """)
                    .param("name", actor.name())
                    .param("roles", actor.roleAndScope())
                    .param("hash", Passwords.hash(password))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException("There is an account named " + actor.name() + " already", e);
        }
    }

    /** Makes the account {@code national} and returns its random password, which is kept nowhere: show it once. */
    public String createFirstNational() {
        String password = Passwords.random();
        insert(Actor.of("national", "national"), password);
        return password;
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        String secret = row.getString("second_factor");
        return new Account(
                actor(row),
                row.getString("password_hash"),
                secret == null
                        ? null
                        : new SecondFactor(secret, List.of((String[])
                                row.getArray("recovery_codes").getArray())));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return Actor.of(row.getString("name"), row.getString("roles"));
    }
}
