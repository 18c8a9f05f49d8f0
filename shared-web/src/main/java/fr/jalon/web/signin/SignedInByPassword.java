package fr.jalon.web.signin;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Somebody whose password was right, and whatever else was asked of them, with their account as it was then. */
public final class SignedInByPassword extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Account account;

    SignedInByPassword(Account account) {
        super(Authorities.of(account.actor(), FactorGrantedAuthority.PASSWORD_AUTHORITY));
        this.account = account;
        super.setAuthenticated(true);
    }

    /** Somebody who gave a code after their password. */
    public static SignedInByPassword withCode(Account account) {
        return new SignedInByPassword(account);
    }

    Account account() {
        return account;
    }

    @Override
    public Actor getPrincipal() {
        return account.actor();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
