package fr.jalon.web.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Passwords are slow to check on purpose, so guessing must not keep every processor busy, nor make anybody wait long:
 * so many are checked at a time, so many wait, and none for longer than its patience. Those from where a right one came
 * before have a lane of their own, which strangers cannot fill.
 */
final class SlowChecks {
    private static final int WAITING = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Semaphore ofStrangers = lane();
    private final Semaphore ofKnown = lane();
    private final AtomicInteger waiting = new AtomicInteger();

    private static Semaphore lane() {
        return new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    }

    /**
     * Checks once it is its turn.
     *
     * @throws TooManyAttempts if others from the same address are before it for too long
     * @throws AuthenticationServiceException if too many are
     */
    boolean check(Origin origin, BooleanSupplier check) {
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            throw busy();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            take(origin.turns(), end, new TooManyAttempts(PATIENCE));
        } finally {
            waiting.decrementAndGet();
        }
        try {
            return checkInLane(origin.isKnown() ? ofKnown : ofStrangers, end, check);
        } finally {
            origin.turns().release();
        }
    }

    private boolean checkInLane(Semaphore lane, long end, BooleanSupplier check) {
        take(lane, end, busy());
        try {
            return check.getAsBoolean();
        } finally {
            lane.release();
        }
    }

    private static void take(Semaphore permits, long end, RuntimeException otherwise) {
        try {
            if (permits.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw otherwise;
    }

    private static AuthenticationServiceException busy() {
        return new AuthenticationServiceException("Too many passwords are being checked");
    }
}
