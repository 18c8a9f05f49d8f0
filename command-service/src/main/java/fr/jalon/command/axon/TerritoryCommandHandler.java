package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.register.Register;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Brings a command to its territory. A refusal is an answer, not an exception: that would cost the cached aggregate. */
class TerritoryCommandHandler {
    private final Repository<TerritoryAggregate> territories;

    TerritoryCommandHandler(Repository<TerritoryAggregate> territories) {
        this.territories = territories;
    }

    @CommandHandler
    Decision handle(RecordEntry command, MetaData metadata) throws Exception {
        Aggregate<TerritoryAggregate> territory;
        try {
            territory = territories.load(command.entry().territory());
        } catch (AggregateNotFoundException notOpened) {
            return open(command, metadata);
        }
        return territory.invoke(aggregate -> aggregate.record(command, metadata));
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
