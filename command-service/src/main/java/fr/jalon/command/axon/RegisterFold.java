package fr.jalon.command.axon;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.store.UnreadableEntry;
import fr.jalon.store.UnreadableRegisterException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Registers from what the store has: entries, and what the first of them were folded into. */
final class RegisterFold {
    private RegisterFold() {}

    static Register of(DomainEventStream events) {
        return following(Register.empty(), events);
    }

    /** A register and what follows it. */
    static Register following(Register before, DomainEventStream events) {
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
}
