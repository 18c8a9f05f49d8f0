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

    /** Where that entry stands in its territory's register. */
    public long position() {
        return position;
    }
}
