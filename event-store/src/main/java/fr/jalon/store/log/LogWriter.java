package fr.jalon.store.log;

import java.time.Instant;
import java.util.List;

/** The end of the log where events are added: one for a process, used by one thread at a time. */
public interface LogWriter extends AutoCloseable {
    /**
     * Adds all events or none, and returns once they are safe on disk.
     *
     * @return when each was recorded: at the time it brings, or later where the log has gone on since
     * @throws RefusedAppendException if none was added, or if nobody can tell
     */
    List<Instant> append(List<NewEvent> events) throws RefusedAppendException;

    @Override
    void close();
}
