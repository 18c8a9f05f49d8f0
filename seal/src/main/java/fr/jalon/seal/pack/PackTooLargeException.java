package fr.jalon.seal.pack;

/** A pack that no verifier would read: it is longer than {@link PackVerifier#LIMIT}. */
public final class PackTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
