package fr.jalon.store.log;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/** The database is away. The store takes up its work by itself when it is back. */
public final class StoreUnavailableException extends AxonTransientException {
    private final boolean outcomeUnknown;

    public StoreUnavailableException(String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Whether what was to be appended may be in the log all the same; sending it again under the same id tells. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
