package fr.jalon.seal.pack;

/** This process has no key to sign a pack with. */
public final class NoSigningKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
