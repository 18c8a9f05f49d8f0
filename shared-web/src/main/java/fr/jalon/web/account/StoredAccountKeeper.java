package fr.jalon.web.account;

import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes the accounts in PostgreSQL by the one function that its role may call, which writes down who asked. */
final class StoredAccountKeeper implements AccountKeeper {
    private final JdbcClient jdbc;

    StoredAccountKeeper(DataSource role) {
        this.jdbc = JdbcClient.create(role);
    }

    @Override
    public AccountVerdict change(Actor asking, AccountChange change) {
        return switch (change) {
            case AccountChange.Make make -> keep(asking, "make", make, make.actor(), make.passwordHash());
            case AccountChange.GiveRoles give -> keep(asking, "roles", give, give.actor(), null);
            case AccountChange.SetPassword set -> keep(asking, "password", set, null, set.passwordHash());
            case AccountChange.Enable enable -> keep(asking, "enable", enable, null, null);
            case AccountChange.Disable disable -> keep(asking, "disable", disable, null, null);
        };
    }

    private AccountVerdict keep(
            Actor asking, String act, AccountChange change, @Nullable Actor roles, @Nullable String hash) {
        String verdict = jdbc.sql("select access.keep(:asking, :act, :account, string_to_array(:roles, ','), :hash)")
                .param("asking", asking.name())
                .param("act", act)
                .param("account", change.account())
                .param("roles", roles == null ? null : roles.roleAndScope())
                .param("hash", hash)
                .query(String.class)
                .single();
        return AccountVerdict.valueOf(verdict.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
