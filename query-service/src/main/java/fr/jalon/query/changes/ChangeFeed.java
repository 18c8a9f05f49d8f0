package fr.jalon.query.changes;

import fr.jalon.readmodel.question.Changes;
import fr.jalon.readmodel.question.Changes.Change;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The live end of the log for all who follow it (<i>fil des changements</i>). One thread asks the database for all
 * readers and keeps the last changes; a reader who is further behind fetches its own pages, few readers at a time. So
 * neither connections nor memory grow with the readers, and nothing is kept for one who does not read.
 *
 * <p>A change is told once the read models tell of it too, so that whoever asks on being told finds it. One that they
 * do not take in is told after a while all the same, with what follows it: a parked territory holds nobody up.
 */
public final class ChangeFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final int PAGE = 500;
    private static final int KEPT = 2 * PAGE;
    private static final int CATCHING_UP = 2;
    private static final long UNKNOWN = -1;

    private final Changes changes;
    private final Duration every;
    private final Duration patience;
    private final Semaphore catchingUp = new Semaphore(CATCHING_UP, true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ArrayDeque<Change> kept = new ArrayDeque<>();
    private long head = UNKNOWN;
    private volatile boolean running;

    private final Set<String> parked = new HashSet<>();
    private long waitsFor;
    private long waitsSince;

    /**
     * A feed that asks this often.
     *
     * @param patience how long a change that the read models have not taken in is held back
     */
    public ChangeFeed(Changes changes, Duration every, Duration patience) {
        this.changes = changes;
        this.every = every;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("change-feed").start(this::run);
    }

    /**
     * Ends every reader's wait. Comes before the web server waits for requests in flight, as the highest phase does.
     */
    @Override
    public void stop() {
        running = false;
        locked(moved::signalAll);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The index of the last change told; waits for the first look at the log, negative where that does not come. */
    long head(Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = wait.toNanos();
            while (running && head == UNKNOWN && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** The changes that follow an index, as many as a page holds; waits for the next one, and gives none in vain. */
    List<Change> after(long index, Duration wait) throws InterruptedException {
        long end;
        lock.lockInterruptibly();
        try {
            long nanos = wait.toNanos();
            while (running && head <= index && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
            if (!running || head <= index) {
                return List.of();
            }
            if (!kept.isEmpty() && kept.getFirst().index() <= index + 1) {
                return kept.stream()
                        .filter(change -> change.index() > index)
                        .limit(PAGE)
                        .toList();
            }
            end = head;
        } finally {
            lock.unlock();
        }
        return fetched(index, end);
    }

    /** The change at an index, told yet or not; none where the log has none there. */
    Optional<Change> at(long index) {
        return changes.at(index);
    }

    private List<Change> fetched(long index, long end) throws InterruptedException {
        catchingUp.acquire();
        try {
            return changes.after(index, PAGE).stream()
                    .filter(change -> change.index() <= end)
                    .toList();
        } finally {
            catchingUp.release();
        }
    }

    private void run() {
        while (running) {
            try {
                if (!look()) {
                    TimeUnit.NANOSECONDS.sleep(every.toNanos());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException away) {
                LOG.debug("The log cannot be read for those who follow it", away);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(every.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more at once. */
    private boolean look() {
        if (head == UNKNOWN) {
            long first = changes.readUpTo();
            locked(() -> {
                head = first;
                moved.signalAll();
            });
        }
        List<Change> page = changes.after(head, PAGE);
        List<Change> told = told(page);
        if (!told.isEmpty()) {
            locked(() -> {
                kept.addAll(told);
                while (kept.size() > KEPT) {
                    kept.removeFirst();
                }
                head = told.getLast().index();
                moved.signalAll();
            });
        }
        return told.size() == PAGE;
    }

    /** The first of them, up to one that is to be waited for. */
    private List<Change> told(List<Change> page) {
        List<Change> told = new ArrayList<>();
        for (Change change : page) {
            if (change.isRead()) {
                parked.remove(change.territory());
            } else if (!parked.contains(change.territory()) && !isWaitedForLongEnough(change)) {
                break;
            } else {
                parked.add(change.territory());
            }
            told.add(change);
        }
        return told;
    }

    private boolean isWaitedForLongEnough(Change change) {
        if (waitsFor != change.index()) {
            waitsFor = change.index();
            waitsSince = System.nanoTime();
        }
        return System.nanoTime() - waitsSince >= patience.toNanos();
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
