package fr.jalon.seal.log;

/** The log lacks an event where one must be: nothing is sealed over a gap. */
public final class BrokenLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenLogException(long expected, long found) {
        super("the log must have event " + expected + ", and has " + found + " in its place");
    }
}
