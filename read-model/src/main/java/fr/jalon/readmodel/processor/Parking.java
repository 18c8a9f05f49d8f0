package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.Failures;
import fr.jalon.readmodel.projection.ParkedRows;
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
        Set<String> known = CurrentUnitOfWork.get().getOrComputeResource(PARKED, none -> new HashSet<>(parked.names()));
        // Whoever tries it again may just have come to the log's end: then nobody but this one takes the entry in.
        if (known.contains(territory) && parked.holds(territory)) {
            return null;
        }
        try {
            projection.handle(message);
        } catch (RuntimeException e) {
            if (!Failures.liesInTheData(e)) {
                throw e;
            }
            long position = entry.getSequenceNumber() + 1;
            LOG.warn(
                    "{} is parked before its entry {}: {}",
                    territory,
                    position,
                    e.getClass().getSimpleName());
            parked.park(territory, position, e);
            known.add(territory);
        }
        return null;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
