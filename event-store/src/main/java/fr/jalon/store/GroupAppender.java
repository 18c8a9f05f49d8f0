package fr.jalon.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;

/**
 * One thread that appends for all: whatever waits while a commit is under way shares the next one. So the log is
 * written in one order, and a busy store commits once for many commands.
 */
final class GroupAppender implements AutoCloseable {
    private static final int GROUP = 512;

    private final BlockingQueue<Append> waiting;
    private final AppendConnection connection;
    private final Append stop = new Append(List.of());
    private final Thread thread;
    private volatile boolean closed;

    GroupAppender(DataSource dataSource, int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
        connection = new AppendConnection(dataSource);
        thread = Thread.ofPlatform().name("jalon-appender").daemon().start(this::run);
    }

    /**
     * Appends all rows or none, and returns once they are safe on disk.
     *
     * @throws StoreBusyException if too many wait already
     * @throws StoreUnavailableException if the database is away
     */
    void append(List<Row> rows) {
        Append append = new Append(rows);
        if (!waiting.offer(append)) {
            throw new StoreBusyException(waiting.size());
        }
        // Closed before the thread took it: nobody would ever take it.
        if (closed && waiting.remove(append)) {
            throw new StoreUnavailableException("the store is closed: nothing was stored", false, null);
        }
        append.await();
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
            waiting.drainTo(group, GROUP - 1);
            stopping = group.remove(stop);
            if (stopping) {
                waiting.drainTo(group);
            }
            if (!group.isEmpty()) {
                write(group);
            }
        }
        connection.close();
    }

    /** Writes a group; one that fails is halved until the append at fault stands alone. */
    private void write(List<Append> group) {
        try {
            connection.append(group.stream().flatMap(a -> a.rows().stream()).toList());
            group.forEach(Append::succeed);
        } catch (SQLException e) {
            if (group.size() == 1 || Failures.concernsAll(e)) {
                group.forEach(append -> append.fail(Failures.ofAppend(e, append)));
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
