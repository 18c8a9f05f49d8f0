package fr.jalon.web.signin;

import fr.jalon.web.account.Accounts;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;

/** Whether somebody who was let in would be let in now, as the same and with the same roles. */
final class Standing {
    private final Accounts accounts;

    Standing(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether they would; also while the accounts cannot be read, which takes nothing away from anybody. */
    boolean holds(Authentication signedIn) {
        try {
            return switch (signedIn) {
                case SignedInByPassword byPassword ->
                    accounts.find(signedIn.getName())
                            .filter(byPassword.account()::equals)
                            .isPresent();
                case SignedInByToken byToken -> byToken.holds();
                default -> true;
            };
        } catch (DataAccessException away) {
            return true;
        }
    }
}
