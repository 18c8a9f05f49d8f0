package fr.jalon.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be made, started or stopped. */
public class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
