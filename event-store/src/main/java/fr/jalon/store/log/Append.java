package fr.jalon.store.log;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Events that belong together, and the thread that waits until they are in the log. */
final class Append {
    private final List<NewEvent> events;
    private final Thread sender = Thread.currentThread();
    private volatile @Nullable Outcome outcome;

    private sealed interface Outcome {
        record Recorded(List<Instant> at) implements Outcome {}

        record Failed(Throwable failure) implements Outcome {}
    }

    Append(List<NewEvent> events) {
        this.events = events;
    }

    List<NewEvent> events() {
        return events;
    }

    /** The time that the first of its events brings. */
    Instant recordedAt() {
        return events.getFirst().recordedAt();
    }

    void succeed(List<Instant> recordedAt) {
        end(new Outcome.Recorded(recordedAt));
    }

    void fail(Throwable failure) {
        end(new Outcome.Failed(failure));
    }

    private void end(Outcome how) {
        outcome = how;
        LockSupport.unpark(sender);
    }

    /**
     * Waits to the end even when interrupted: whoever gave up halfway would not know what is in the log.
     *
     * @return when each event was recorded
     */
    List<Instant> await() {
        boolean interrupted = false;
        Outcome how;
        while ((how = outcome) == null) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return switch (how) {
            case Outcome.Recorded(List<Instant> at) -> at;
            case Outcome.Failed(RuntimeException failure) -> throw failure;
            case Outcome.Failed(Error failure) -> throw failure;
            case Outcome.Failed(Throwable failure) -> throw new IllegalStateException(failure);
        };
    }
}
