package fr.jalon.store.entry;

import org.axonframework.eventhandling.DomainEventMessage;

/** An entry's number in its territory's register, from 1. Axon counts the same from 0, in sequence numbers. */
public record Position(long value) {
    public static Position of(DomainEventMessage<?> event) {
        return ofSequence(event.getSequenceNumber());
    }

    public static Position ofSequence(long sequence) {
        return new Position(sequence + 1);
    }

    public long sequence() {
        return value - 1;
    }
}
