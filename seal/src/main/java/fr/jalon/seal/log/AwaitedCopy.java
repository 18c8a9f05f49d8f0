package fr.jalon.seal.log;

import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The copy of a log that is elsewhere, for who has just recorded: what the log has already and the copy has not is
 * waited for, never called missing.
 */
public final class AwaitedCopy implements EventLog {
    private final EventLog original;
    private final EventLog copy;
    private final Duration patience;

    public AwaitedCopy(EventLog original, EventLog copy, Duration patience) {
        this.original = original;
        this.copy = copy;
        this.patience = patience;
    }

    /** @throws NotSealedException if it is recorded and the copy still lacks it after some seconds */
    @Override
    public Optional<StoredEvent> find(UUID entryId) {
        Optional<StoredEvent> here = copy.find(entryId);
        if (here.isEmpty() && original.find(entryId).isPresent()) {
            for (Waiting waiting = new Waiting(patience); here.isEmpty(); here = copy.find(entryId)) {
                waiting.again();
            }
        }
        return here;
    }

    /** @throws NotSealedException if the copy still ends before after some seconds */
    @Override
    public long lastPosition(String territory) {
        long recorded = original.lastPosition(territory);
        Waiting waiting = new Waiting(patience);
        while (copy.lastPosition(territory) < recorded) {
            waiting.again();
        }
        return recorded;
    }

    @Override
    public List<StoredEvent> after(long globalIndex, int limit) {
        return copy.after(globalIndex, limit);
    }

    @Override
    public List<StoredEvent> of(String territory, long firstPosition, int limit) {
        return copy.of(territory, firstPosition, limit);
    }

    @Override
    public long head() {
        return copy.head();
    }

    @Override
    public long before(Instant recordedAt) {
        return copy.before(recordedAt);
    }
}
