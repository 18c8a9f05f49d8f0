package fr.jalon.answers;

import java.time.Instant;

/** Up to which instant registers are read, inclusive: transaction time (<i>connu au</i>), the same in all of them. */
public record KnownAt(Instant instant) implements RegisterPlace {
    @Override
    public boolean includes(long position, Instant recordedAt) {
        return !recordedAt.isAfter(instant);
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
