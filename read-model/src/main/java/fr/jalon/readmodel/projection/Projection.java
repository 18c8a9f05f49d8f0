package fr.jalon.readmodel.projection;

/** What the projection is called wherever its progress, its claims and its dead letters are kept. */
public final class Projection {
    /** As a processor of Axon's, and in its tables. */
    public static final String NAME = "projection";

    private Projection() {}
}
