package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.store.entry.Position;
import fr.jalon.store.entry.UnreadableEntry;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** One territory: the consistency boundary. Holds its register, on which the pure decider decides. */
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
    static TerritoryAggregate opening(Entry entry, MetaData metadata) {
        TerritoryAggregate aggregate = new TerritoryAggregate();
        aggregate.append(entry, metadata);
        return aggregate;
    }

    /** As it stands: all of it committed, except while a command is being recorded. */
    ReadRegister register() {
        return unreadable == null ? new ReadRegister.Whole(register) : new ReadRegister.Incomplete(unreadable);
    }

    /** Takes the entry in; the log does when the command ends. */
    void append(Entry entry, MetaData metadata) {
        AggregateLifecycle.apply(entry, metadata);
    }

    /** Takes note of when the log recorded the last entry: later than it was stamped where others came first. */
    void lastRecordedAt(Instant instant) {
        Recorded last = Objects.requireNonNull(register.last());
        if (!last.recordedAt().equals(instant)) {
            register = before.with(new Recorded(last.position(), instant, last.entry()));
        }
    }

    @EventSourcingHandler
    void on(Entry entry, DomainEventMessage<?> event) {
        territory = entry.territory();
        if (unreadable == null) {
            before = register;
            register = register.with(new Recorded(Position.of(event).value(), event.getTimestamp(), entry));
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
    void on(UnreadableEntry entry) {
        territory = entry.territory();
        if (unreadable == null) {
            unreadable = new Decision.Unreadable(entry.position());
        }
    }
}
