package fr.jalon.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many wrong passwords may come from an address and for an account. An account that is guessed at from everywhere
 * is still open to an address that has behaved, so nobody can lock its owner out; and all of it grows back by itself.
 */
final class Attempts {
    static final int OF_AN_ADDRESS = 20;
    static final Duration OF_AN_ADDRESS_IN = Duration.ofMinutes(10);
    static final int OF_AN_ACCOUNT = 100;
    static final Duration OF_AN_ACCOUNT_IN = Duration.ofHours(1);

    /** Anybody mistypes, and several people may share an address. */
    static final int FORGIVEN = 3;

    private static final int REMEMBERED = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final TimeMeter clock;
    private final Cache<String, Origin> origins;
    private final Cache<String, Bucket> accounts;

    Attempts(TimeMeter clock) {
        this.clock = clock;
        this.origins = remembered(clock::currentTimeNanos);
        this.accounts = remembered(clock::currentTimeNanos);
    }

    private static <V> Cache<String, V> remembered(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(ticker)
                .build();
    }

    /**
     * One that counts as wrong until it proves right.
     *
     * @throws TooManyAttempts if none is left
     */
    Attempt begin(String address, String account) {
        Origin origin = origins.get(address, ignored -> new Origin(bucket(OF_AN_ADDRESS, OF_AN_ADDRESS_IN)));
        Bucket ofAccount = accounts.get(account, ignored -> bucket(OF_AN_ACCOUNT, OF_AN_ACCOUNT_IN));
        ConsumptionProbe ofAddress = origin.attempts().tryConsumeAndReturnRemaining(1);
        if (!ofAddress.isConsumed()) {
            throw tooMany(ofAddress);
        }
        ConsumptionProbe left = ofAccount.tryConsumeAndReturnRemaining(1);
        if (!left.isConsumed() && ofAddress.getRemainingTokens() < OF_AN_ADDRESS - 1 - FORGIVEN) {
            origin.attempts().addTokens(1);
            throw tooMany(left);
        }
        return new Attempt(origin, ofAccount, left.isConsumed());
    }

    /** An attempt under way. */
    record Attempt(Origin origin, Bucket account, boolean countsForAccount) {
        /** It was right, or nobody looked: it does not count. */
        void takeBack() {
            origin.attempts().addTokens(1);
            if (countsForAccount) {
                account.addTokens(1);
            }
        }
    }

    private static TooManyAttempts tooMany(ConsumptionProbe none) {
        return new TooManyAttempts(Duration.ofNanos(none.getNanosToWaitForRefill()));
    }

    private Bucket bucket(int attempts, Duration in) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, in))
                .withCustomTimePrecision(clock)
                .build();
    }
}
