package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.register.Register;
import fr.jalon.store.axon.LogStorageEngine;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Brings a command to its territory. A refusal is an answer, not an exception: that would cost the cached aggregate.
 */
class TerritoryCommandHandler {
    private final TerritoryRepository territories;
    private final RegisterSnapshots snapshots;

    TerritoryCommandHandler(TerritoryRepository territories, RegisterSnapshots snapshots) {
        this.territories = territories;
        this.snapshots = snapshots;
    }

    /** @throws ConcurrencyException if another process came first: tried again, the rules see what it recorded */
    @CommandHandler
    Decision handle(PendingCommand pending, MetaData metadata) throws Exception {
        Aggregate<TerritoryAggregate> territory;
        try {
            territory = territories.load(pending.command().entry().territory());
        } catch (AggregateNotFoundException notOpened) {
            return open(pending, metadata);
        }
        return territory.invoke(aggregate -> switch (aggregate.register()) {
            case ReadRegister.Whole(Register register) -> decide(pending, metadata, aggregate, register);
            case ReadRegister.Incomplete(Decision.No decision) -> decision;
        });
    }

    private Decision decide(
            PendingCommand pending, MetaData metadata, TerritoryAggregate aggregate, Register register) {
        RecordEntry command = pending.command();
        territories.remember(register, command.entry().territory());
        Decision decision = TerritoryDecider.decide(register, command);
        if (decision instanceof Decision.Accepted) {
            aggregate.append(command.entry(), metadata);
            onceRecorded(pending, aggregate);
            return decision;
        }
        return confirmed(decision, register, command);
    }

    /**
     * What is appended is held against the store by the append itself. All other decisions rest on a cached register to
     * which another process may have added, and are made again on all there is.
     */
    private Decision confirmed(Decision decision, Register cached, RecordEntry command) {
        return switch (territories.caughtUp(cached, command.entry().territory())) {
            case ReadRegister.Incomplete(Decision.No unread) -> unread;
            case ReadRegister.Whole(Register now) when now.position() == cached.position() -> decision;
            case ReadRegister.Whole(Register now) -> anew(cached, now, command);
        };
    }

    private static Decision anew(Register cached, Register now, RecordEntry command) {
        Decision decision = TerritoryDecider.decide(now, command);
        if (decision instanceof Decision.Accepted) {
            throw new ConcurrencyException(
                    "The register was cached at " + cached.position() + " and is at " + now.position());
        }
        return decision;
    }

    /** A territory exists from its first entry on, so a refused opening leaves nothing behind. */
    private Decision open(PendingCommand pending, MetaData metadata) throws Exception {
        RecordEntry command = pending.command();
        Decision decision = TerritoryDecider.decide(Register.empty(), command);
        if (decision instanceof Decision.Accepted) {
            territories
                    .newInstance(() -> TerritoryAggregate.opening(command.entry(), metadata))
                    .execute(aggregate -> onceRecorded(pending, aggregate));
        }
        return decision;
    }

    /** Both the answer and the cached territory have the time that the log has; so has a snapshot that is due. */
    private void onceRecorded(PendingCommand pending, TerritoryAggregate aggregate) {
        CurrentUnitOfWork.get().afterCommit(unit -> {
            Instant recordedAt = unit.root().getResource(LogStorageEngine.RECORDED_AT);
            if (recordedAt != null) {
                aggregate.lastRecordedAt(recordedAt);
                pending.recordedAt(recordedAt);
                if (aggregate.register() instanceof ReadRegister.Whole(Register register)) {
                    snapshots.recorded(pending.command().entry().territory(), register);
                }
            }
        });
    }
}
