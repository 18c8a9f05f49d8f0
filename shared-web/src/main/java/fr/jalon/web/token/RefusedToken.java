package fr.jalon.web.token;

import fr.jalon.web.problem.Bilingual;
import org.springframework.security.core.AuthenticationException;

/** A token does not hold here. */
public final class RefusedToken extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final TokenFault fault;
    private final String needed;

    /**
     * One that is refused.
     *
     * @param needed what it would have to be or to name
     */
    public RefusedToken(TokenFault fault, String needed) {
        super("A token is refused: " + fault.code());
        this.fault = fault;
        this.needed = needed;
    }

    public TokenFault fault() {
        return fault;
    }

    /** Why, and what would be right. */
    public Bilingual reason() {
        return fault.say(needed);
    }
}
