package fr.jalon.readmodel.tracking;

/** What the projection is called wherever its progress and its claims are kept. */
public final class Projection {
    /** As a processor of Axon's, and in its tables. */
    public static final String NAME = "projection";

    private Projection() {}
}
