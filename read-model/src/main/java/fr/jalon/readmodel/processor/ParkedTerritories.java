package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.Failures;
import fr.jalon.readmodel.projection.ParkedRows;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.store.entry.PayloadCodec;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;

/** The territories that stopped before an entry, and another try at them: the log is read again from there. */
public final class ParkedTerritories {
    /** So many entries a transaction: as long, the projection may have to wait at the territory's next one. */
    private static final int AT_ONCE = 100;

    private final ParkedRows rows;
    private final EventLog log;
    private final PayloadCodec codec;
    private final ProjectedRegisters registers;
    private final ModelWriter writer;
    private final TransactionManager transactions;

    ParkedTerritories(
            ParkedRows rows,
            EventLog log,
            PayloadCodec codec,
            ProjectedRegisters registers,
            ModelWriter writer,
            TransactionManager transactions) {
        this.rows = rows;
        this.log = log;
        this.codec = codec;
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

    /** Tries every parked territory again, each as far as it goes. */
    public void retry() {
        for (String territory : rows.names()) {
            boolean mayGoOn = true;
            while (mayGoOn) {
                Optional<Step> step = transactions.fetchInTransaction(
                        () -> rows.takes(territory) ? Optional.of(step(territory)) : Optional.empty());
                step.ifPresent(taken -> registers.keep(territory, taken.reached));
                mayGoOn = step.filter(Step::mayGoOn).isPresent();
            }
        }
    }

    private record Step(Projected reached, boolean mayGoOn) {}

    private Step step(String territory) {
        Projected reached = registers.stored(territory);
        List<StoredEvent> events = log.of(territory, reached.position() + 1, AT_ONCE);
        for (StoredEvent event : events) {
            try {
                reached = taken(reached, event);
            } catch (RuntimeException e) {
                if (!Failures.liesInTheData(e)) {
                    throw e;
                }
                rows.park(territory, event.position(), e);
                return new Step(reached, false);
            }
        }
        if (events.size() < AT_ONCE) {
            rows.release(territory);
            return new Step(reached, false);
        }
        return new Step(reached, true);
    }

    private Projected taken(Projected before, StoredEvent event) {
        Change change = before.with(ReadEvent.of(event, codec).orThrow());
        Batch alone = new Batch();
        alone.add(change);
        writer.writeAlone(alone);
        return change.after();
    }
}
