package fr.jalon.command.axon;

import fr.jalon.store.UnreadableEntry;

/** The register holds an entry of a type or revision that this version does not know. */
public final class UnreadableRegisterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRegisterException(UnreadableEntry entry, long position) {
        super("Entry " + position + " has type " + entry.type() + " in revision " + entry.revision()
                + ", which this version cannot read");
    }
}
