package fr.jalon.standalone.server;

/** The data directory holds another reading of the case than this version's: the two would stand side by side. */
public final class AnotherReadingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnotherReadingException(String refused) {
        super("The register holds another reading of the case: " + refused);
    }
}
