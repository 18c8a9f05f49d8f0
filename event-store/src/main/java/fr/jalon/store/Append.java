package fr.jalon.store;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Events that belong together, and the thread that waits until they are in the log. */
final class Append {
    private static final Object DONE = new Object();

    private final List<NewEvent> events;
    private final Thread sender = Thread.currentThread();
    private volatile @Nullable Object outcome;

    Append(List<NewEvent> events) {
        this.events = events;
    }

    List<NewEvent> events() {
        return events;
    }

    void succeed() {
        end(DONE);
    }

    void fail(Throwable failure) {
        end(failure);
    }

    private void end(Object how) {
        outcome = how;
        LockSupport.unpark(sender);
    }

    /** Waits to the end even when interrupted: whoever gave up halfway would not know what is in the log. */
    void await() {
        boolean interrupted = false;
        Object how;
        while ((how = outcome) == null) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (how) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> {}
        }
    }
}
