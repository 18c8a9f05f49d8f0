package fr.jalon.answers;

import java.time.Instant;

/** Up to where the register is read, inclusive: transaction time (<i>connu au</i>). */
public sealed interface KnownAt {
    /** All that is recorded. */
    record Now() implements KnownAt {}

    /** What was recorded up to this instant. */
    record At(Instant instant) implements KnownAt {}

    /** What was recorded up to this position of the territory's register: the exact form of the same axis. */
    record Through(long position) implements KnownAt {}
}
