package fr.jalon.events.json;

/** A stored entry has a type or a revision that this version does not know; to read on without it would be wrong. */
public final class UnknownRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRevisionException(String type, String revision) {
        super("Stored as " + type + ", revision " + revision + ": this version cannot read it");
    }
}
