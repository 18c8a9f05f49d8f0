package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.store.UnreadableEntry;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** One territory: the consistency boundary. Holds its register, and lets the pure decider decide. */
@AggregateRoot(type = TerritoryAggregate.TYPE)
class TerritoryAggregate {
    static final String TYPE = "territory";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String territory;

    private Register before = Register.empty();
    private Register register = before;
    private Decision.@Nullable Unreadable unreadable;

    /** For Axon, which fills it from events. */
    TerritoryAggregate() {}

    /** One whose first entry is this; Axon lets it happen once the aggregate is in its hands. */
    static TerritoryAggregate opening(RecordEntry command, MetaData metadata) {
        TerritoryAggregate aggregate = new TerritoryAggregate();
        AggregateLifecycle.apply(command.entry(), metadata);
        return aggregate;
    }

    /** As it stands: all of it committed, except while a command is being recorded. */
    ReadRegister register() {
        return unreadable == null ? new ReadRegister.Whole(register) : new ReadRegister.Incomplete(unreadable);
    }

    /** Decides, and where the entry is accepted and meant, has it recorded when the command ends. */
    Decision decide(RecordEntry command, MetaData metadata) {
        Decision decision = TerritoryDecider.decide(register, command);
        if (decision instanceof Decision.Accepted && !command.dryRun()) {
            AggregateLifecycle.apply(command.entry(), metadata);
        }
        return decision;
    }

    /** Takes note of when the log recorded the last entry: later than it was stamped where others came first. */
    void lastRecordedAt(Instant instant) {
        Recorded last = Objects.requireNonNull(register.last());
        if (!last.recordedAt().equals(instant)) {
            register = before.with(new Recorded(last.position(), instant, last.entry()));
        }
    }

    @EventSourcingHandler
    void on(Entry entry, @SequenceNumber long sequence, @Timestamp Instant recordedAt) {
        territory = entry.territory();
        if (unreadable == null) {
            before = register;
            register = register.with(new Recorded(sequence + 1, recordedAt, entry));
        }
    }

    /** A snapshot. */
    @EventSourcingHandler
    void on(Register snapshot) {
        register = snapshot;
        territory = Objects.requireNonNull(snapshot.last()).entry().territory();
    }

    /** What cannot be read cannot be judged: nothing is recorded on a register that is only partly understood. */
    @EventSourcingHandler
    void on(UnreadableEntry entry, DomainEventMessage<?> event) {
        territory = event.getAggregateIdentifier();
        if (unreadable == null) {
            unreadable = new Decision.Unreadable(event.getSequenceNumber() + 1);
        }
    }
}
