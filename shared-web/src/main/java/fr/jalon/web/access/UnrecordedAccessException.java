package fr.jalon.web.access;

/** Something may not happen now, since it cannot be put down in the access record. */
public final class UnrecordedAccessException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnrecordedAccessException(Throwable cause) {
        super("The access record cannot be written", cause);
    }
}
