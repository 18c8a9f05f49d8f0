package fr.jalon.web.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** No password is looked at any more, from this address or for this account, for a while. */
final class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyAttempts(Duration wait) {
        super("Too many passwords were tried");
        this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** After how many seconds one may be tried again. */
    long seconds() {
        return seconds;
    }
}
