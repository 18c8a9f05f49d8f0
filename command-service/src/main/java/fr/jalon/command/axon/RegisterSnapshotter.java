package fr.jalon.command.axon;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.store.UnreadableEntry;
import fr.jalon.store.UnreadableRegisterException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotter;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** Snapshots are registers: what the entries up to a position fold into. */
final class RegisterSnapshotter extends AbstractSnapshotter {
    private RegisterSnapshotter(Builder builder) {
        super(builder);
    }

    static Builder builder() {
        return new Builder();
    }

    @Override
    protected @Nullable DomainEventMessage<?> createSnapshot(
            Class<?> aggregateType, String territory, DomainEventStream events) {
        Register register = fold(events);
        return register.position() == 0
                ? null
                : new GenericDomainEventMessage<>(
                        TerritoryAggregate.TYPE, territory, register.position() - 1, register);
    }

    static Register fold(DomainEventStream events) {
        return fold(Register.empty(), events);
    }

    /** A register and what follows it. */
    static Register fold(Register before, DomainEventStream events) {
        Register register = before;
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            register = switch (event.getPayload()) {
                case Register snapshot -> snapshot;
                case Entry entry ->
                    register.with(new Recorded(event.getSequenceNumber() + 1, event.getTimestamp(), entry));
                case UnreadableEntry unreadable ->
                    throw new UnreadableRegisterException(unreadable, event.getSequenceNumber() + 1);
                default -> throw new IllegalStateException("No entry: " + event.getPayloadType());
            };
        }
        return register;
    }

    static final class Builder extends AbstractSnapshotter.Builder {
        RegisterSnapshotter build() {
            return new RegisterSnapshotter(this);
        }
    }
}
