package fr.jalon.axonserver;

import fr.jalon.store.entry.Position;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The log as Axon Server keeps it. An event that is asked for by its territory or its id does not say its index (0).
 */
public final class AxonServerEventLog implements EventLog {
    private static final long TIMEOUT_SECONDS = 10;
    private static final int BUFFER = 1_000;

    /** How long it may be before one that starts has found all its events; what it says then is what there is. */
    private static final Duration DISBELIEF = Duration.ofSeconds(30);

    private final AxonServer server;
    private long highest;
    private long fewerSince;

    public AxonServerEventLog(AxonServer server) {
        this.server = server;
    }

    /** @throws ForeignEventException if the context holds other events than the register's */
    @Override
    public List<StoredEvent> after(long index, int limit) {
        long globalIndex = Math.max(0, index);
        long last = Math.min(head(), globalIndex + limit);
        if (last <= globalIndex) {
            return List.of();
        }
        List<StoredEvent> events = new ArrayList<>((int) (last - globalIndex));
        try (EventStream stream = server.events().openStream(Wire.tokenAfter(globalIndex), BUFFER)) {
            for (long at = globalIndex + 1; at <= last; at++) {
                Event claim = next(stream);
                Event entry = next(stream);
                StoredEvent stored = Wire.stored(entry, at);
                if (!Wire.claims(claim, entry)) {
                    throw new ForeignEventException(claim.getAggregateType());
                }
                events.add(stored);
            }
        }
        return events;
    }

    private static Event next(EventStream stream) {
        try {
            EventWithToken next = stream.nextIfAvailable(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw Faults.unavailable(
                        stream.getError().orElseGet(() -> new IllegalStateException("the stream of events stopped")));
            }
            return next.getEvent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.unavailable(e);
        }
    }

    @Override
    public List<StoredEvent> of(String territory, long firstPosition, int limit) {
        return believed(() -> aggregate(territory, new Position(firstPosition).sequence(), limit), List::isEmpty)
                .stream()
                .map(event -> Wire.stored(event, 0))
                .toList();
    }

    @Override
    public Optional<StoredEvent> find(UUID entryId) {
        return believed(() -> aggregate(entryId.toString(), 0, 1), List::isEmpty).stream()
                .map(Wire::place)
                .flatMap(place -> of(place.territory(), place.position(), 1).stream())
                .findFirst();
    }

    private List<Event> aggregate(String id, long firstSequence, int limit) {
        List<Event> events = new ArrayList<>();
        AggregateEventStream stream = server.events().openAggregateStream(id, firstSequence);
        try {
            while (events.size() < limit && stream.hasNext()) {
                events.add(stream.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.unavailable(e);
        } catch (RuntimeException e) {
            throw Faults.unavailable(e);
        } finally {
            stream.cancel();
        }
        return events;
    }

    /** One that tells of fewer entries than before has just started, and is not yet believed. */
    @Override
    public long head() {
        long head = Wire.index(answer(server.events().getLastToken()));
        synchronized (this) {
            if (head >= highest) {
                fewerSince = 0;
            } else if (fewerSince == 0) {
                fewerSince = System.nanoTime();
            }
            if (fewerSince != 0 && System.nanoTime() - fewerSince < DISBELIEF.toNanos()) {
                throw Faults.unavailable(
                        new IllegalStateException("it tells of " + head + " entries and told of " + highest));
            }
            highest = head;
            return head;
        }
    }

    @Override
    public long lastPosition(String territory) {
        return believed(
                () -> Position.ofSequence(answer(server.events().findHighestSequence(territory)))
                        .value(),
                position -> position == 0);
    }

    @Override
    public long before(Instant recordedAt) {
        // Axon Server knows milliseconds; the entries of that one are looked through.
        long index = Math.max(0, Wire.index(answer(server.events().getTokenAt(recordedAt.toEpochMilli()))) - 1);
        for (List<StoredEvent> page = after(index, BUFFER); !page.isEmpty(); page = after(index, BUFFER)) {
            for (StoredEvent event : page) {
                if (!event.recordedAt().isBefore(recordedAt)) {
                    return index;
                }
                index = event.globalIndex();
            }
        }
        return index;
    }

    /** That there is nothing is believed of one only whose head is, and asked again: it may have just found it. */
    private <T> T believed(Supplier<T> question, Predicate<T> isNothing) {
        T answer = question.get();
        if (!isNothing.test(answer)) {
            return answer;
        }
        long _ = head();
        return question.get();
    }

    private static <T> T answer(CompletableFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.unavailable(e);
        } catch (Exception e) {
            answer.cancel(true);
            throw Faults.unavailable(e);
        }
    }
}
