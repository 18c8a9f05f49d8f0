package fr.jalon.readmodel.projection;

/** Another writer, or a rebuild, has moved the read models meanwhile: what this one believed is read anew. */
public final class StaleProjectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleProjectionException(String message) {
        super(message);
    }
}
