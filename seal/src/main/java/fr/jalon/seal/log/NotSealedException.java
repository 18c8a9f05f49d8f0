package fr.jalon.seal.log;

/** The entry is recorded and not sealed yet: the notary is behind, or away. */
public final class NotSealedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSealedException() {
        super("not sealed yet");
    }
}
