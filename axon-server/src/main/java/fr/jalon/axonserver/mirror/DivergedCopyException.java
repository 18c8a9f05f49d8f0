package fr.jalon.axonserver.mirror;

/**
 * The copy holds what the log itself does not: the log was put back to an older state, or one of the two was altered.
 */
public final class DivergedCopyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedCopyException(long index) {
        super("At index " + index + " the copy of the log does not hold what the log holds:"
                + " was an older back-up of the event store restored?");
    }
}
