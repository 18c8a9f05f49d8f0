package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.ParkedRows;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.readmodel.projection.ProjectionFailures;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The territories that stopped before an entry, and another try at them: the log is read again from there. */
public final class ParkedTerritories {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedTerritories.class);

    /** So many entries a transaction: as long, the projection may have to wait at the territory's next one. */
    private static final int AT_ONCE = 100;

    private final ParkedRows rows;
    private final EventLog log;
    private final ProjectedRegisters registers;
    private final ModelWriter writer;
    private final TransactionManager transactions;
    private final AtomicLong untold = new AtomicLong();
    private volatile boolean isClosed;

    ParkedTerritories(
            ParkedRows rows,
            EventLog log,
            ProjectedRegisters registers,
            ModelWriter writer,
            TransactionManager transactions) {
        this.rows = rows;
        this.log = log;
        this.registers = registers;
        this.writer = writer;
        this.transactions = transactions;
    }

    /** Their names, the one that waits longest first. */
    public List<String> names() {
        return rows.names();
    }

    /** How many entries wait. */
    public long entries() {
        return rows.entries();
    }

    /** How often an entry taken in here left a subject with more readings than are told apart. */
    long untold() {
        return untold.get();
    }

    /**
     * Tries every parked territory again, each as far as it goes; one that another has in hand is left to it. A fault
     * of the machinery at one keeps none of the others from being tried, and is thrown at the end.
     */
    public void retry() {
        RuntimeException first = null;
        for (String territory : rows.names()) {
            try {
                retry(territory);
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} could not be tried again: {}",
                        territory,
                        e.getClass().getSimpleName());
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Lets steps under way end, and no other begin. */
    void close() {
        isClosed = true;
    }

    /** @param reached where the territory stands now; null where what is projected of it cannot be read any more */
    private record Step(boolean mayGoOn, @Nullable Projected reached, long untold) {}

    private void retry(String territory) {
        boolean mayGoOn = step(territory, () -> rows.take(territory));
        while (mayGoOn) {
            // The projection may have come for the row meanwhile, to pass entries over.
            mayGoOn = step(territory, () -> rows.takeInTurn(territory));
        }
    }

    private boolean step(String territory, Supplier<Optional<Long>> taking) {
        if (isClosed) {
            return false;
        }
        Optional<Step> committed =
                transactions.fetchInTransaction(() -> taking.get().map(stop -> step(territory, stop)));
        committed.ifPresent(step -> {
            untold.addAndGet(step.untold);
            if (step.reached != null) {
                registers.keep(territory, step.reached);
            }
        });
        return committed.filter(Step::mayGoOn).isPresent();
    }

    private Step step(String territory, long stop) {
        Projected reached = null;
        long untoldHere = 0;
        long next = stop;
        try {
            reached = registers.stored(territory);
            List<StoredEvent> events = log.of(territory, reached.position() + 1, AT_ONCE);
            for (StoredEvent event : events) {
                next = event.position();
                Change change = reached.with(ReadEvent.of(event).orThrow());
                Batch alone = new Batch();
                alone.add(change);
                writer.writeAlone(alone);
                reached = change.after();
                untoldHere += change.untold();
            }
            if (events.size() == AT_ONCE) {
                rows.move(territory, reached.position() + 1);
                return new Step(true, reached, untoldHere);
            }
            rows.release(territory);
        } catch (RuntimeException e) {
            if (!ProjectionFailures.liesInTheData(e)) {
                throw e;
            }
            rows.stop(territory, next, e);
        }
        return new Step(false, reached, untoldHere);
    }
}
