package fr.jalon.web.signin;

import fr.jalon.web.account.Actor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Somebody whose token held, and whether it would stand for the same one now. */
final class SignedInByToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Actor actor;
    private final transient BooleanSupplier holds;

    SignedInByToken(Actor actor, BooleanSupplier holds) {
        super(Authorities.of(actor, FactorGrantedAuthority.BEARER_AUTHORITY));
        this.actor = actor;
        this.holds = holds;
        super.setAuthenticated(true);
    }

    boolean holds() {
        return holds.getAsBoolean();
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
