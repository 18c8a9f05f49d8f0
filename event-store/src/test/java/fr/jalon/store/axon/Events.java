package fr.jalon.store.axon;

import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Messages as the write side makes them. */
public final class Events {
    private static final RecordedClock CLOCK = RecordedClock.system();

    private Events() {}

    static DomainEventMessage<Noted> event(String territory, long position, Noted payload) {
        return new GenericDomainEventMessage<>(
                "territory",
                territory,
                position - 1,
                payload,
                Map.of("actor", "national", "role", "NATIONAL"),
                payload.id().toString(),
                CLOCK.instant());
    }

    static DomainEventMessage<Noted> event(String territory, long position, String text) {
        return event(territory, position, Noted.of(text));
    }

    static DomainEventMessage<Noted> event(String territory, long position, String text, RecordedClock clock) {
        return new GenericDomainEventMessage<>(
                "territory", territory, position - 1, Noted.of(text), Map.of(), "unused", clock.instant());
    }
}
