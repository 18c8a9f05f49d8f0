package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.register.Register;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;

/** Brings a command to its territory. A refusal is an answer, not an exception: that would cost the cached aggregate. */
class TerritoryCommandHandler {
    private final Repository<TerritoryAggregate> territories;
    private final EventStore events;

    TerritoryCommandHandler(Repository<TerritoryAggregate> territories, EventStore events) {
        this.territories = territories;
        this.events = events;
    }

    @CommandHandler
    Decision handle(RecordEntry command, MetaData metadata) throws Exception {
        Aggregate<TerritoryAggregate> territory;
        try {
            territory = territories.load(command.entry().territory());
        } catch (AggregateNotFoundException notOpened) {
            return open(command, metadata);
        }
        Decision decision = territory.invoke(aggregate -> aggregate.record(command, metadata));
        if (restsOnTheCacheAlone(decision, command)) {
            requireUpToDate(territory);
        }
        return decision;
    }

    /** What is appended meets the log, and what was recorded once stays so; any other answer no append would contradict. */
    private static boolean restsOnTheCacheAlone(Decision decision, RecordEntry command) {
        return switch (decision) {
            case Decision.Accepted ignored -> command.dryRun();
            case Decision.AlreadyRecorded ignored -> false;
            case Decision.IdTaken ignored -> false;
            case Decision.Stale ignored -> true;
            case Decision.NotOpened ignored -> true;
            case Decision.Refused ignored -> true;
        };
    }

    /** Where another process recorded meanwhile, the cached aggregate is given up and the command tried again. */
    private void requireUpToDate(Aggregate<TerritoryAggregate> territory) {
        String id = territory.identifierAsString();
        if (!events.lastSequenceNumberFor(id).equals(Optional.ofNullable(territory.version()))) {
            throw new ConcurrencyException("The register of " + id + " went on in another process");
        }
    }

    /** A territory exists from its first entry on, so a refused opening leaves nothing behind. */
    private Decision open(RecordEntry command, MetaData metadata) throws Exception {
        Decision decision = TerritoryDecider.decide(Register.empty(), command);
        if (!(decision instanceof Decision.Accepted) || command.dryRun()) {
            return decision;
        }
        return territories
                .newInstance(() -> TerritoryAggregate.opening(command, metadata))
                .invoke(TerritoryAggregate::accepted);
    }
}
