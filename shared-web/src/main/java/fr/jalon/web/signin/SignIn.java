package fr.jalon.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.security.SecurityLog;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks a name and a password. HTTP Basic sends them with every request and bcrypt is slow on purpose, so a password
 * found right is remembered as long as it is used, as a keyed digest beside the hash it was right for: another hash
 * ends that. A remembered one waits for nothing and counts for nothing, whatever others try meanwhile.
 */
final class SignIn implements AuthenticationProvider {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int REMEMBERED_ACCOUNTS = 10_000;
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final Accounts accounts;
    private final PasswordEncoder slow;
    private final SecurityLog log;
    private final FactorRule rule;
    private final SecretKeySpec key = newKey();
    /** Made ready once: what is asked is asked of copies, where the provider of cryptography makes any. */
    private final Mac keyed = keyed(key);

    /** An unknown name costs as much as a wrong password, so that the time of an answer tells no names. */
    private final Account nobody = Account.nobody();

    private final Cache<Verified, byte[]> verified;
    private final Attempts attempts;
    private final SlowChecks checks = new SlowChecks();
    private final ConcurrentMap<Claim, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

    /** What a password was right for: accounts of a demonstration share a hash, and each of them comes in. */
    private record Verified(String name, String hash) {
        static Verified of(Account account) {
            return new Verified(account.actor().name(), account.passwordHash());
        }
    }

    /** Who says what; a digest in place of the password. */
    private record Claim(String name, String hash, String digest) {}

    SignIn(Accounts accounts, PasswordEncoder slow, SecurityLog log, TimeMeter clock, FactorRule rule) {
        this.rule = rule;
        this.accounts = accounts;
        this.slow = slow;
        this.log = log;
        this.attempts = new Attempts(clock);
        this.verified = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_ACCOUNTS)
                .expireAfterAccess(REMEMBERED)
                .ticker(clock::currentTimeNanos)
                .build();
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String password = String.valueOf(claimed.getCredentials());
        Account account = find(claimed.getName());
        byte[] digest = digest(password);
        if (!isRemembered(account, digest) && !isRightAtOnce(claimed, account, password, digest)) {
            throw new BadCredentialsException("Unknown account or wrong password");
        }
        if (rule.asksMoreOf(account)) {
            throw new SecondFactorNeeded(account);
        }
        return new SignedInByPassword(account);
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

    private boolean isRemembered(Account account, byte[] digest) {
        byte[] before = verified.getIfPresent(Verified.of(account));
        return before != null && MessageDigest.isEqual(before, digest);
    }

    /** A program that begins with many requests at once has its password checked for one of them. */
    private boolean isRightAtOnce(Authentication claimed, Account account, String password, byte[] digest) {
        Claim claim = new Claim(
                claimed.getName(), account.passwordHash(), Base64.getEncoder().encodeToString(digest));
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = underWay.putIfAbsent(claim, mine);
        if (others != null) {
            try {
                return others.join();
            } catch (CompletionException refused) {
                // For where it came from, which says nothing of this one.
                return isRightSlowly(claimed, account, password, digest);
            }
        }
        try {
            boolean right = isRightSlowly(claimed, account, password, digest);
            mine.complete(right);
            return right;
        } finally {
            underWay.remove(claim, mine);
            // Whoever waits looks for themselves where this one found nothing, whatever kept it from that.
            mine.completeExceptionally(new IllegalStateException("Not checked"));
        }
    }

    private boolean isRightSlowly(Authentication claimed, Account account, String password, byte[] digest) {
        String address = Origin.of(claimed);
        Attempts.Attempt attempt = attempts.begin(address, digestOf(claimed.getName()));
        boolean right;
        try {
            right = checks.check(attempt.origin(), () -> slow.matches(password, account.passwordHash()));
        } catch (RuntimeException unchecked) {
            attempt.takeBack();
            throw unchecked;
        }
        if (right) {
            attempt.takeBack();
            attempt.origin().becomeKnown();
            verified.put(Verified.of(account), digest);
            if (!rule.asksMoreOf(account)) {
                log.signedIn(account.actor(), address);
            }
        } else {
            log.signInFailed(account.equals(nobody) ? null : account.actor(), address);
        }
        return right;
    }

    /** Of a name, so that a long one takes no more memory than a short one. */
    private String digestOf(String name) {
        return Base64.getEncoder().encodeToString(digest(name));
    }

    private byte[] digest(String text) {
        return mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            return keyed(key);
        }
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, ALGORITHM);
    }
}
