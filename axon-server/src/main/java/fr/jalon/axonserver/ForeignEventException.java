package fr.jalon.axonserver;

/** The context holds an event that no Jalon wrote: it is another application's, or was meddled with. */
public final class ForeignEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignEventException(String aggregateType) {
        super("The context of Axon Server holds an event of another application: aggregate type " + aggregateType);
    }
}
