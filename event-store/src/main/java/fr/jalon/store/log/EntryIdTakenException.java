package fr.jalon.store.log;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/** An entry's id is already that of an entry in the log, of this territory or another; nothing was stored. */
public final class EntryIdTakenException extends AxonNonTransientException {
    public EntryIdTakenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
