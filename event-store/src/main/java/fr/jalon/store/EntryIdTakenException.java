package fr.jalon.store;

import org.axonframework.common.AxonNonTransientException;

/** An entry's id is already that of an entry in the log, of this territory or another; nothing was stored. */
public final class EntryIdTakenException extends AxonNonTransientException {
    public EntryIdTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
