package fr.jalon.command.route;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Decisions that take until they are let go. */
final class Blocked {
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);
    final AtomicInteger decided = new AtomicInteger();

    Decision decide(RecordEntry command) {
        entered.release();
        await(released);
        decided.incrementAndGet();
        return new Decision.Accepted(1);
    }

    void awaitEntered(int count) throws InterruptedException {
        if (!entered.tryAcquire(count, 1, TimeUnit.MINUTES)) {
            throw new AssertionError("fewer came");
        }
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("nobody let it go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
