package fr.jalon.store.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One append at a time: whatever waits while a commit is under way shares the next one. So the log is written in one
 * order, and a busy store commits once for many commands. Who comes while nothing is under way appends by itself, for
 * to wake a thread and be woken costs as much as the append.
 */
public final class GroupAppender implements AutoCloseable {
    private static final int GROUP = 512;

    private final BlockingQueue<Append> waiting;
    private final LogWriter writer;
    private final Append stop = new Append(List.of());
    private final Thread thread;
    /** Held by who uses the writer. */
    private final Lock writing = new ReentrantLock();

    private volatile boolean closed;

    public GroupAppender(LogWriter writer, int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
        this.writer = writer;
        thread = Thread.ofPlatform().name("jalon-appender").daemon().start(this::run);
    }

    /**
     * Appends all events or none, and returns once they are safe on disk.
     *
     * @return when each was recorded
     * @throws StoreBusyException if too many wait already
     * @throws StoreUnavailableException if the store is away
     */
    public List<Instant> append(List<NewEvent> events) {
        Append append = new Append(events);
        if (waiting.isEmpty() && writing.tryLock()) {
            try {
                if (closed) {
                    throw isClosed();
                }
                write(List.of(append));
            } finally {
                writing.unlock();
            }
        } else if (!waiting.offer(append)) {
            throw new StoreBusyException(waiting.size());
        } else if (closed && waiting.remove(append)) {
            // Closed before the thread took it: nobody would ever take it.
            throw isClosed();
        }
        return append.await();
    }

    private static StoreUnavailableException isClosed() {
        return new StoreUnavailableException("the store is closed: nothing was stored", false, null);
    }

    private void run() {
        List<Append> group = new ArrayList<>(GROUP);
        boolean stopping = false;
        while (!stopping) {
            group.clear();
            try {
                group.add(waiting.take());
            } catch (InterruptedException e) {
                // Nobody but close() ends this thread, and it does so in turn.
                continue;
            }
            writing.lock();
            try {
                waiting.drainTo(group, GROUP - 1);
                stopping = group.remove(stop);
                if (stopping) {
                    waiting.drainTo(group);
                }
                if (!group.isEmpty()) {
                    // So that few have to be told another time than they brought.
                    group.sort(Comparator.comparing(Append::recordedAt));
                    write(group);
                }
                if (stopping) {
                    writer.close();
                }
            } finally {
                writing.unlock();
            }
        }
    }

    /** Writes a group; one that fails is halved until the append at fault stands alone. */
    private void write(List<Append> group) {
        try {
            List<Instant> recordedAt = writer.append(
                    group.stream().flatMap(append -> append.events().stream()).toList());
            int from = 0;
            for (Append append : group) {
                int to = from + append.events().size();
                append.succeed(recordedAt.subList(from, to));
                from = to;
            }
        } catch (RefusedAppendException e) {
            if (group.size() == 1 || e.concernsAll()) {
                group.forEach(append -> append.fail(e.reason()));
            } else {
                int half = group.size() / 2;
                write(group.subList(0, half));
                write(group.subList(half, group.size()));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(append -> append.fail(e));
        }
    }

    /** Lets those who wait finish, then ends. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = false;
        while (true) {
            try {
                waiting.put(stop);
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
