package fr.jalon.web.account;

import java.util.function.Supplier;
import javax.sql.DataSource;

/** Where accounts are changed for somebody who asks over HTTP; it judges by itself whether they may. */
public interface AccountKeeper {
    /** Where nobody may change any. */
    AccountKeeper NONE = (asking, change) -> AccountVerdict.ELSEWHERE;

    AccountVerdict change(Actor asking, AccountChange change);

    /**
     * The keeper of these accounts.
     *
     * @param role connections of the database's role for it; asked for only where the accounts are in the database
     */
    static AccountKeeper of(Accounts accounts, Supplier<DataSource> role) {
        return switch (accounts) {
            case DemoAccounts demo -> demo::change;
            case StoredAccounts _ -> new StoredAccountKeeper(role.get());
            default -> NONE;
        };
    }
}
