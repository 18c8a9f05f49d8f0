package fr.jalon.standalone.factor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.people.SealedTexts;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.AccountChange;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.AccountVerdict;
import fr.jalon.web.account.SecondFactor;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Checks the second factors of accounts whose password was right. Whoever guesses a code knows the password already, so
 * that a bound on each account, from wherever they try, lets nobody else shut its holder out.
 */
public final class SecondFactors {
    private static final int WRONG_CODES = 10;
    private static final Duration IN = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final AccountKeeper keeper;
    private final SealedTexts seal;
    private final InstantSource clock;
    private final Cache<String, Bucket> attempts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(IN).build();

    public SecondFactors(AccountKeeper keeper, SealedTexts seal, InstantSource clock) {
        this.keeper = keeper;
        this.seal = seal;
        this.clock = clock;
    }

    /** What became of a code. */
    public enum Judged {
        RIGHT,
        WRONG,
        /** So many were wrong that none is looked at for a while. */
        TOO_MANY
    }

    /** One for somebody who has none. */
    public NewFactor random() {
        return NewFactor.random();
    }

    /** Whether a code opens this account now; it is used up by that. */
    public Judged judge(Account account, String code) {
        SecondFactor factor = account.secondFactor();
        if (factor == null) {
            return Judged.WRONG;
        }
        return counted(account, isRight(account, factor, code.replaceAll("\\s", "")));
    }

    /**
     * Gives an account a second factor, which this code is of.
     *
     * @return the codes for the day when it is lost, shown this once; none where the code is wrong, or it has a factor
     */
    public Optional<List<String>> add(Account account, NewFactor wanted, String code) {
        OptionalLong step = Totp.stepOf(code.replaceAll("\\s", ""), Base32.bytes(wanted.secret()), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> recovery = RecoveryCodes.random();
        SecondFactor factor = new SecondFactor(
                sealed(account, wanted),
                recovery.stream().map(RecoveryCodes::digest).toList());
        return changed(account, new AccountChange.Own.AddSecondFactor(factor, step.getAsLong()))
                ? Optional.of(recovery)
                : Optional.empty();
    }

    /** Takes an account's second factor away, whose holder has just shown it. */
    public boolean drop(Account account) {
        return changed(account, new AccountChange.Own.DropSecondFactor());
    }

    private Judged counted(Account account, BooleanSupplier right) {
        Bucket left = attempts.get(
                account.actor().name(),
                name -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(WRONG_CODES).refillGreedy(WRONG_CODES, IN))
                        .build());
        if (!left.tryConsume(1)) {
            return Judged.TOO_MANY;
        }
        if (!right.getAsBoolean()) {
            return Judged.WRONG;
        }
        left.addTokens(1);
        return Judged.RIGHT;
    }

    private BooleanSupplier isRight(Account account, SecondFactor factor, String code) {
        return () -> {
            OptionalLong step = Totp.stepOf(code, opened(account, factor), clock.instant());
            if (step.isPresent()) {
                return changed(account, new AccountChange.Own.UseCode(step.getAsLong()));
            }
            String digest = RecoveryCodes.digest(code);
            return factor.recovery().contains(digest)
                    && changed(account, new AccountChange.Own.UseRecoveryCode(digest));
        };
    }

    private boolean changed(Account account, AccountChange.Own change) {
        return keeper.change(
                        account.actor(),
                        new AccountChange.ChangeOwn(account.actor().name(), account.passwordHash(), change))
                == AccountVerdict.DONE;
    }

    private String sealed(Account account, NewFactor factor) {
        return Base64.getEncoder().encodeToString(seal.seal(factor.secret(), belongsTo(account)));
    }

    private byte[] opened(Account account, SecondFactor factor) {
        return Base32.bytes(seal.open(Base64.getDecoder().decode(factor.secret()), belongsTo(account)));
    }

    /** So that no row of another account opens it. */
    private static String belongsTo(Account account) {
        return "second factor of " + account.actor().name();
    }
}
