package fr.jalon.command.axon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;

/**
 * One command at a time on a territory, in the order in which they came. Axon's own lock goes to whoever asks at the right
 * moment, so that among many writers some wait for seconds.
 */
final class Turns implements LockFactory {
    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    private static final class Queue {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    @Override
    public Lock obtainLock(String territory) {
        Queue queue = queues.compute(territory, (same, there) -> {
            Queue joined = there == null ? new Queue() : there;
            joined.users++;
            return joined;
        });
        queue.lock.lock();
        return new Turn(territory, queue);
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
            queues.computeIfPresent(territory, (same, left) -> --left.users == 0 ? null : left);
        }
    }
}
