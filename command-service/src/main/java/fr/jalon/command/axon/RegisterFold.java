package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.store.entry.Position;
import fr.jalon.store.entry.UnreadableEntry;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Registers from what the store has: entries, and what the first of them were folded into. */
final class RegisterFold {
    private RegisterFold() {}

    static ReadRegister of(DomainEventStream events) {
        return following(Register.empty(), events);
    }

    /** A register and what follows it. */
    static ReadRegister following(Register before, DomainEventStream events) {
        Register register = before;
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            switch (event.getPayload()) {
                case Register snapshot -> register = snapshot;
                case Entry entry ->
                    register = register.with(new Recorded(Position.of(event).value(), event.getTimestamp(), entry));
                case UnreadableEntry unreadable -> {
                    return new ReadRegister.Incomplete(new Decision.Unreadable(unreadable.position()));
                }
                default -> throw new IllegalStateException("No entry: " + event.getPayloadType());
            }
        }
        return new ReadRegister.Whole(register);
    }
}
