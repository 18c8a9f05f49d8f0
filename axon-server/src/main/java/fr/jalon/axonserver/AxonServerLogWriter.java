package fr.jalon.axonserver;

import fr.jalon.store.log.EntryIdTakenException;
import fr.jalon.store.log.LogWriter;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoreUnavailableException;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.command.ConcurrencyException;

/** Adds entries to the log on Axon Server: those that come together are one transaction there. */
public final class AxonServerLogWriter implements LogWriter {
    private static final long TIMEOUT_SECONDS = 20;

    private final AxonServer server;

    public AxonServerLogWriter(AxonServer server) {
        this.server = server;
    }

    @Override
    public List<Instant> append(List<NewEvent> events) throws RefusedAppendException {
        AppendEventsTransaction transaction = server.events().startAppendEventsTransaction();
        try {
            for (NewEvent event : events) {
                transaction.appendEvent(Wire.claim(event));
                transaction.appendEvent(Wire.entry(event));
            }
            transaction.commit().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return events.stream().map(NewEvent::recordedAt).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(e);
        } catch (Exception e) {
            throw Faults.isTaken(e) ? taken(e, events.getFirst()) : unknown(e);
        }
    }

    /** Which of the two is taken: asked only once the event stands alone and somebody waits to be told. */
    private RefusedAppendException taken(Exception e, NewEvent first) {
        return RefusedAppendException.ofSome(e, () -> {
            try {
                boolean id = server.events()
                                .findHighestSequence(first.entryId().toString())
                                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        >= 0;
                return id
                        ? new EntryIdTakenException("the id of %s is taken".formatted(first.entryId()), e)
                        : new ConcurrencyException(
                                "position %d of %s is taken".formatted(first.position(), first.territory()), e);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Faults.unavailable(interrupted);
            } catch (Exception away) {
                return Faults.unavailable(away);
            }
        });
    }

    private static RefusedAppendException unknown(Exception e) {
        return RefusedAppendException.ofAll(
                e,
                () -> new StoreUnavailableException(
                        "Axon Server did not confirm: the entry may be stored or not", true, Faults.cause(e)));
    }

    @Override
    public void close() {}
}
