package fr.jalon.web.signin;

import fr.jalon.web.account.Account;
import org.springframework.security.core.AuthenticationException;

/** A password was right and is not enough: the account has a second factor, or has to have one. */
public final class SecondFactorNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient Account account;

    SecondFactorNeeded(Account account) {
        super("The password is not enough");
        this.account = account;
    }

    /** The account whose password was right. */
    public Account account() {
        return account;
    }
}
