package fr.jalon.web.account;

import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords of tests guard nothing: to hash them as those of people are was a tenth of what all tests took. Found by
 * itself, wherever it is on the class path.
 */
public final class QuickHashes implements BeforeAllCallback {
    private static final PasswordEncoder LEAST =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));

    @Override
    public void beforeAll(ExtensionContext context) {
        Passwords.hashBy(LEAST);
    }
}
