package fr.jalon.readmodel.rebuild;

/** There is one rebuild at a time, in whichever process. */
public final class RebuildRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildRunningException() {
        super("A rebuild of the read models is under way already");
    }
}
