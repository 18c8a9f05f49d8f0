package fr.jalon.command.axon;

import fr.jalon.events.register.Register;
import fr.jalon.store.entry.Position;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores registers as snapshots, at positions that lie ever further apart, so that their cost per entry stays constant
 * though each holds the whole register. Every process comes to the same positions, whichever of them records the
 * entries between.
 */
final class RegisterSnapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterSnapshots.class);

    /** The least number of entries between two snapshots. */
    private static final int LEAST = 250;

    /** Half of the register may stand beside its snapshot: reading an entry costs about the same in either. */
    private static final int SHARE = 2;

    private final EventStore events;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("snapshots").factory());

    RegisterSnapshots(EventStore events) {
        this.events = events;
    }

    static boolean isDueAt(long position) {
        long due = LEAST;
        while (due < position) {
            due += Math.max(LEAST, due / SHARE);
        }
        return due == position;
    }

    /** A register has come to a position. It is at hand then: nothing of it is read again for a snapshot. */
    void recorded(String territory, Register register) {
        if (isDueAt(register.position())) {
            try {
                thread.execute(() -> store(territory, register));
            } catch (RejectedExecutionException closing) {
                LOG.debug("No snapshot of {} is taken while the process stops", territory);
            }
        }
    }

    private void store(String territory, Register register) {
        try {
            events.storeSnapshot(new GenericDomainEventMessage<>(
                    TerritoryAggregate.TYPE, territory, new Position(register.position()).sequence(), register));
        } catch (RuntimeException e) {
            LOG.warn("No snapshot of {} was taken at {}: {}", territory, register.position(), e.getMessage());
        }
    }

    /** Lets those under way finish. */
    @Override
    public void close() {
        thread.close();
    }
}
