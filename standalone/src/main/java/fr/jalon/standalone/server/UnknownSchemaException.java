package fr.jalon.standalone.server;

/**
 * A database's schemas were made by migrations that this version does not know, so it cannot bring them up to its own.
 */
public final class UnknownSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSchemaException(RuntimeException cause) {
        super("The schemas were made by another version: " + cause.getMessage(), cause);
    }
}
