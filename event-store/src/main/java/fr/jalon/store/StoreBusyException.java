package fr.jalon.store;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/** More appends wait, or more writers compete, than the store takes on; nothing of this one was stored, and it may be sent again later. */
public final class StoreBusyException extends AxonTransientException {
    StoreBusyException(int waiting) {
        super(waiting + " appends wait already");
    }

    private StoreBusyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The process that was to store it is busy. */
    public static StoreBusyException elsewhere() {
        return new StoreBusyException("too much is under way where the territory is at hand", null);
    }

    /** Somebody else's entry came first, time and again. */
    public static StoreBusyException outrun(Throwable lastConflict) {
        return new StoreBusyException("other writers came first every time", lastConflict);
    }
}
