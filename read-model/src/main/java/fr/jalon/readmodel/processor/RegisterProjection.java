package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.MissingEntriesException;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.readmodel.projection.ProjectionFailures;
import fr.jalon.store.entry.LoggedEntry;
import fr.jalon.store.entry.ReadEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the log, entry by entry, and writes what changed once a batch, in the transaction that moves the token.
 * Where the database refuses a batch for what is in it, that batch comes again entry by entry, so that only the culprit
 * parks.
 */
final class RegisterProjection implements EventMessageHandler {
    private static final String CHANGES = RegisterProjection.class.getName();

    private final ProjectedRegisters registers;
    private final ModelWriter writer;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong untold = new AtomicLong();
    private volatile long oneByOneThrough;

    RegisterProjection(ProjectedRegisters registers, ModelWriter writer) {
        this.registers = registers;
        this.writer = writer;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        handled.incrementAndGet();
        LoggedEntry entry = ReadEvent.of((DomainEventMessage<?>) message).orThrow();
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        Changes changes = unit.getOrComputeResource(CHANGES, none -> new Changes(unit));
        Projected before = changes.before(entry);
        if (before != null) {
            Change change = before.with(entry);
            untold.addAndGet(change.untold());
            changes.take(change);
        }
        return null;
    }

    /** How many entries were brought to it, taken in or not: a sign of life. */
    long handled() {
        return handled.get();
    }

    /** How often an entry left a subject with more readings than are told apart. */
    long untold() {
        return untold.get();
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    /** What one unit of work changes: a batch from the log. */
    private final class Changes {
        private final Map<String, Projected> seen = new HashMap<>();
        private Batch pending = new Batch();
        private long last;

        Changes(UnitOfWork<?> unit) {
            unit.onPrepareCommit(ready -> flush());
            unit.afterCommit(done -> seen.forEach(registers::keep));
        }

        /** The territory just before an entry; null where that is projected already. */
        @Nullable
        Projected before(LoggedEntry entry) {
            Projected here = seen.get(entry.territory());
            if (here == null) {
                return registers.before(entry.territory(), entry.position());
            }
            if (here.position() < entry.position() - 1) {
                throw new MissingEntriesException(entry.territory(), entry.position(), here.position());
            }
            return here.position() >= entry.position() ? null : here;
        }

        void take(Change change) {
            last = Math.max(last, change.entry().globalIndex());
            if (last <= oneByOneThrough) {
                Batch alone = new Batch();
                alone.add(change);
                writer.writeAlone(alone);
            } else {
                pending.add(change);
            }
            seen.put(change.entry().territory(), change.after());
        }

        private void flush() {
            if (pending.isEmpty()) {
                return;
            }
            try {
                writer.write(pending);
            } catch (RuntimeException e) {
                if (ProjectionFailures.liesInTheData(e)) {
                    oneByOneThrough = Math.max(oneByOneThrough, last);
                }
                throw e;
            }
            pending = new Batch();
        }
    }
}
