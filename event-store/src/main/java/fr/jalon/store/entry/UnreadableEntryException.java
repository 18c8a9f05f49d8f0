package fr.jalon.store.entry;

/** An entry cannot be read where nothing can be done without it. */
public final class UnreadableEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient UnreadableEntry entry;

    UnreadableEntryException(UnreadableEntry entry) {
        super("Entry %d of %s, type %s, revision %s, cannot be read: %s"
                .formatted(entry.position(), entry.territory(), entry.type(), entry.revision(), entry.reason()));
        this.entry = entry;
    }

    public UnreadableEntry entry() {
        return entry;
    }
}
