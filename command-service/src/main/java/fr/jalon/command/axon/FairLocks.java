package fr.jalon.command.axon;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;

/**
 * One command at a time on a territory, in the order in which they came. Axon's own lock goes to whoever asks at the
 * right moment, so that among many writers some wait for seconds.
 */
final class FairLocks implements LockFactory {
    /** Well before a proxy gives up: whoever waits so long is told to send the command again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    private static final class Queue {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    /** @throws LockAcquisitionFailedException if the turn does not come in time, or the thread is interrupted */
    @Override
    public Lock obtainLock(String territory) {
        Queue queue = queues.compute(territory, (same, there) -> {
            Queue joined = there == null ? new Queue() : there;
            joined.users++;
            return joined;
        });
        if (!isTurnOf(queue)) {
            leave(territory);
            throw new LockAcquisitionFailedException("Others were at work on " + territory + " all the while");
        }
        return new Turn(territory, queue);
    }

    private static boolean isTurnOf(Queue queue) {
        try {
            return queue.lock.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(String territory) {
        queues.computeIfPresent(territory, (same, left) -> --left.users == 0 ? null : left);
    }

    private final class Turn implements Lock {
        private final String territory;
        private final Queue queue;

        Turn(String territory, Queue queue) {
            this.territory = territory;
            this.queue = queue;
        }

        @Override
        public boolean isHeld() {
            return queue.lock.isHeldByCurrentThread();
        }

        @Override
        public void release() {
            queue.lock.unlock();
            leave(territory);
        }
    }
}
