package fr.jalon.answers;

import java.time.Instant;

/** Up to where one register is read, inclusive: at its end, through a position, or up to an instant. */
public sealed interface RegisterPlace permits RegisterPlace.End, RegisterPlace.Through, KnownAt {
    /** Whether what is read up to here has the entry of this position. */
    boolean includes(long position, Instant recordedAt);

    /** All that is recorded. */
    record End() implements RegisterPlace {
        @Override
        public boolean includes(long position, Instant recordedAt) {
            return true;
        }
    }

    /** Up to a position: the exact form of the same axis, which other registers do not share. */
    record Through(long position) implements RegisterPlace {
        @Override
        public boolean includes(long position, Instant recordedAt) {
            return position <= this.position;
        }
    }
}
