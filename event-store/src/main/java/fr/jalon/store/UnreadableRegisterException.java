package fr.jalon.store;

/** The register holds an entry of a type or revision that this version does not know, so nothing can be decided on it. */
public final class UnreadableRegisterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    public UnreadableRegisterException(UnreadableEntry entry, long position) {
        super("Entry " + position + " has type " + entry.type() + " in revision " + entry.revision()
                + ", which this version cannot read");
        this.position = position;
    }

    /** The process that has the territory at hand cannot read the entry at this position. */
    public UnreadableRegisterException(long position) {
        super("Entry " + position + " is one that the process which has the territory cannot read");
        this.position = position;
    }

    /** Where that entry stands in its territory's register. */
    public long position() {
        return position;
    }
}
