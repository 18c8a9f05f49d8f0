package fr.jalon.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks a name and a password. HTTP Basic sends them with every request and bcrypt is slow on purpose, so a password
 * found right is remembered for a while, as a keyed digest beside the hash it was right for: another hash ends that.
 */
final class SignIn implements AuthenticationProvider {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int REMEMBERED_ACCOUNTS = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Accounts accounts;
    private final PasswordEncoder slow;
    private final SecretKeySpec key = new SecretKeySpec(new SecureRandom().generateSeed(32), ALGORITHM);
    /** An unknown name costs as much as a wrong password, so that the time of an answer tells no names. */
    private final Account nobody = Account.nobody();

    private final Cache<String, byte[]> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_ACCOUNTS)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** Wrong passwords must not keep every processor busy. */
    private final Semaphore slowChecks =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    SignIn(Accounts accounts, PasswordEncoder slow) {
        this.accounts = accounts;
        this.slow = slow;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String password = String.valueOf(claimed.getCredentials());
        Account account = find(claimed.getName());
        if (!isRight(account, password)) {
            throw new BadCredentialsException("Unknown account or wrong password");
        }
        Actor actor = account.actor();
        return UsernamePasswordAuthenticationToken.authenticated(
                actor,
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Account find(String name) {
        try {
            return accounts.find(name).orElse(nobody);
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("The accounts cannot be read", e);
        }
    }

    private boolean isRight(Account account, String password) {
        byte[] digest = digest(password);
        byte[] before = verified.getIfPresent(account.passwordHash());
        if (before != null && MessageDigest.isEqual(before, digest)) {
            return true;
        }
        boolean right = isRightSlowly(password, account.passwordHash());
        if (right) {
            verified.put(account.passwordHash(), digest);
        }
        return right;
    }

    private boolean isRightSlowly(String password, String hash) {
        slowChecks.acquireUninterruptibly();
        try {
            return slow.matches(password, hash);
        } finally {
            slowChecks.release();
        }
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
