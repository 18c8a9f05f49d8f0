package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.ParkedRows;
import fr.jalon.readmodel.projection.ProjectionFailures;
import fr.jalon.store.entry.Position;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes entries on to the projection: one that cannot be taken in parks its territory, and the others flow. */
final class Parking implements EventMessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final String PARKED = Parking.class.getName();

    private final RegisterProjection projection;
    private final ParkedRows parked;

    Parking(RegisterProjection projection, ParkedRows parked) {
        this.projection = projection;
        this.parked = parked;
    }

    /** What is no fault of the entry's undoes the batch, which is tried again. */
    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        DomainEventMessage<?> entry = (DomainEventMessage<?>) message;
        String territory = entry.getAggregateIdentifier();
        Known known = CurrentUnitOfWork.get().getOrComputeResource(PARKED, none -> new Known());
        if (known.holds(territory)) {
            return null;
        }
        try {
            projection.handle(message);
        } catch (RuntimeException e) {
            if (!ProjectionFailures.liesInTheData(e)) {
                throw e;
            }
            long position = Position.of(entry).value();
            if (parked.park(territory, position, e)) {
                LOG.warn(
                        "{} is parked before its entry {}: {}",
                        territory,
                        position,
                        e.getClass().getSimpleName());
            } else if (!parked.holds(territory)) {
                // Another had parked it and has just come to the log's end: the batch comes again, and all goes in.
                throw e;
            }
            known.held.add(territory);
        }
        return null;
    }

    /** What one unit of work, and so one transaction, knows of parked territories. */
    private final class Known {
        private final Set<String> named = new HashSet<>(parked.names());
        private final Set<String> held = new HashSet<>();

        /** Whether a territory is parked, and stays so until the unit of work ends; the database is asked once. */
        boolean holds(String territory) {
            // Whoever tries it again may just have come to the log's end: then nobody but this one takes the entry in.
            if (named.remove(territory) && parked.holds(territory)) {
                held.add(territory);
            }
            return held.contains(territory);
        }
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
