package fr.jalon.store;

import org.axonframework.common.AxonTransientException;

/** More appends wait, or more writers compete, than the store takes on; nothing of this one was stored, and it may be sent again later. */
public final class StoreBusyException extends AxonTransientException {
    StoreBusyException(int waiting) {
        super(waiting + " appends wait already");
    }

    private StoreBusyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Somebody else's entry came first, time and again. */
    public static StoreBusyException outrun(Throwable lastConflict) {
        return new StoreBusyException("other writers came first every time", lastConflict);
    }
}
