package fr.jalon.web.account;

import fr.jalon.web.account.AccountChange.Own;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes the accounts in PostgreSQL by the functions that its role may call, which writes down who asked. */
final class StoredAccountKeeper implements AccountKeeper {
    private static final List<String> NO_CODES = List.of();

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
            case AccountChange.ChangeOwn own -> keepOwn(asking, own);
            case AccountChange.ForgetSecondFactor forget -> keep(asking, "forget-second-factor", forget, null, null);
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
        return verdict(verdict);
    }

    private AccountVerdict keepOwn(Actor asking, AccountChange.ChangeOwn own) {
        return switch (own.change()) {
            case Own.Password password -> keepOwn(asking, own, "password", password.newHash(), NO_CODES, 0);
            case Own.AddSecondFactor add ->
                keepOwn(
                        asking,
                        own,
                        "add-second-factor",
                        add.factor().secret(),
                        add.factor().recovery(),
                        add.step());
            case Own.DropSecondFactor _ -> keepOwn(asking, own, "drop-second-factor", null, NO_CODES, 0);
            case Own.UseCode code -> keepOwn(asking, own, "use-code", null, NO_CODES, code.step());
            case Own.UseRecoveryCode code -> keepOwn(asking, own, "use-recovery-code", code.digest(), NO_CODES, 0);
        };
    }

    private AccountVerdict keepOwn(
            Actor asking,
            AccountChange.ChangeOwn own,
            String act,
            @Nullable String text,
            List<String> codes,
            long step) {
        return verdict(jdbc.sql("select access.keep_own(:asking, :hash, :act, :text, :codes, :step)")
                .param("asking", asking.name().equals(own.account()) ? asking.name() : null)
                .param("hash", own.passwordHash())
                .param("act", act)
                .param("text", text)
                .param("codes", codes.toArray(String[]::new))
                .param("step", step)
                .query(String.class)
                .single());
    }

    private static AccountVerdict verdict(String code) {
        return AccountVerdict.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
