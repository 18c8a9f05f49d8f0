package fr.jalon.store.axon;

import fr.jalon.store.log.EntryIdTakenException;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.LogWriter;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoreUnavailableException;
import fr.jalon.store.log.StoredEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.modelling.command.ConcurrencyException;

/** A log in memory, for tests of what rests on one: it keeps the contract, can be away and can be put back. */
public class MemoryLog implements EventLog, LogWriter {
    private final List<StoredEvent> events = new ArrayList<>();
    private boolean isAway;

    @Override
    public synchronized List<Instant> append(List<NewEvent> added) throws RefusedAppendException {
        if (isAway) {
            throw RefusedAppendException.ofAll(new IllegalStateException("away"), MemoryLog::unavailable);
        }
        int before = events.size();
        for (NewEvent event : added) {
            Optional<RuntimeException> refusal = refusal(event);
            if (refusal.isPresent()) {
                cutBack(before);
                throw RefusedAppendException.ofSome(refusal.get(), refusal::get);
            }
            events.add(stored(event));
        }
        return events.subList(before, events.size()).stream()
                .map(StoredEvent::recordedAt)
                .toList();
    }

    /** Why an event cannot be the next; nothing where it can. */
    Optional<RuntimeException> refusal(NewEvent event) {
        if (events.stream().anyMatch(other -> other.entryId().equals(event.entryId()))) {
            return Optional.of(new EntryIdTakenException("the id is taken", null));
        }
        long last = events.stream()
                .filter(other -> other.territory().equals(event.territory()))
                .count();
        return last + 1 == event.position()
                ? Optional.empty()
                : Optional.of(new ConcurrencyException("the position is taken"));
    }

    private StoredEvent stored(NewEvent event) {
        Instant earliest =
                events.isEmpty() ? Instant.MIN : events.getLast().recordedAt().plus(1, ChronoUnit.MICROS);
        return new StoredEvent(
                events.size() + 1L,
                event.entryId(),
                event.territory(),
                event.position(),
                event.recordedAt().isBefore(earliest) ? earliest : event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    @Override
    public List<StoredEvent> after(long globalIndex, int limit) {
        return those(event -> event.globalIndex() > globalIndex).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredEvent> of(String territory, long firstPosition, int limit) {
        return those(event -> event.territory().equals(territory) && event.position() >= firstPosition).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<StoredEvent> find(UUID entryId) {
        return those(event -> event.entryId().equals(entryId)).stream().findFirst();
    }

    @Override
    public long head() {
        return those(_ -> true).size();
    }

    @Override
    public long lastPosition(String territory) {
        return those(event -> event.territory().equals(territory)).size();
    }

    @Override
    public long before(Instant recordedAt) {
        return those(event -> event.recordedAt().isBefore(recordedAt)).size();
    }

    private synchronized List<StoredEvent> those(Predicate<StoredEvent> wanted) {
        if (isAway) {
            throw unavailable();
        }
        return events.stream().filter(wanted).toList();
    }

    /** From now on it does not answer. */
    public synchronized void goAway() {
        isAway = true;
    }

    public synchronized void comeBack() {
        isAway = false;
    }

    /** Puts it back to what it was at so many events, as an older back-up does. */
    public synchronized void cutBack(int size) {
        events.subList(size, events.size()).clear();
    }

    private static StoreUnavailableException unavailable() {
        return new StoreUnavailableException("the log is away", false, null);
    }

    @Override
    public void close() {}
}
