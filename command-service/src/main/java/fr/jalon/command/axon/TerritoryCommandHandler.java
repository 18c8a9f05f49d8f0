package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.register.Register;
import fr.jalon.store.LogStorageEngine;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Brings a command to its territory. A refusal is an answer, not an exception: that would cost the cached aggregate. */
class TerritoryCommandHandler {
    private final TerritoryRepository territories;
    private final RegisterSnapshots snapshots;

    TerritoryCommandHandler(TerritoryRepository territories, RegisterSnapshots snapshots) {
        this.territories = territories;
        this.snapshots = snapshots;
    }

    /** @throws ConcurrencyException if another process came first: tried again, the rules see what it recorded */
    @CommandHandler
    Decision handle(PendingCommand recording, MetaData metadata) throws Exception {
        RecordEntry command = recording.command();
        Aggregate<TerritoryAggregate> territory;
        try {
            territory = territories.load(command.entry().territory());
        } catch (AggregateNotFoundException notOpened) {
            return open(recording, metadata);
        }
        return territory.invoke(aggregate -> {
            Register register = aggregate.register();
            territories.remember(register, command.entry().territory());
            Decision decision = aggregate.record(command, metadata);
            if (isAppended(decision, command)) {
                onceRecorded(recording, aggregate);
                return decision;
            }
            return confirmed(decision, register, command);
        });
    }

    /**
     * What is appended is held against the store by the append itself. All other decisions rest on a cached register to
     * which another process may have added, and are made again on all there is.
     */
    private Decision confirmed(Decision decision, Register register, RecordEntry command) {
        Register now = territories.caughtUp(register, command.entry().territory());
        if (now.position() == register.position()) {
            return decision;
        }
        Decision anew = TerritoryDecider.decide(now, command);
        if (isAppended(anew, command)) {
            throw new ConcurrencyException(
                    "The register was cached at " + register.position() + " and is at " + now.position());
        }
        return anew;
    }

    private static boolean isAppended(Decision decision, RecordEntry command) {
        return decision instanceof Decision.Accepted && !command.dryRun();
    }

    /** A territory exists from its first entry on, so a refused opening leaves nothing behind. */
    private Decision open(PendingCommand recording, MetaData metadata) throws Exception {
        RecordEntry command = recording.command();
        Decision decision = TerritoryDecider.decide(Register.empty(), command);
        if (!isAppended(decision, command)) {
            return decision;
        }
        return territories
                .newInstance(() -> TerritoryAggregate.opening(command, metadata))
                .invoke(aggregate -> {
                    onceRecorded(recording, aggregate);
                    return aggregate.accepted();
                });
    }

    /** Both the answer and the cached territory have the time that the log has; so has a snapshot that is due. */
    private void onceRecorded(PendingCommand recording, TerritoryAggregate aggregate) {
        CurrentUnitOfWork.get().afterCommit(unit -> {
            Instant recordedAt = unit.root().getResource(LogStorageEngine.RECORDED_AT);
            if (recordedAt != null) {
                aggregate.lastRecordedAt(recordedAt);
                recording.recordedAt(recordedAt);
                snapshots.recorded(recording.command().entry().territory(), aggregate.register());
            }
        });
    }
}
