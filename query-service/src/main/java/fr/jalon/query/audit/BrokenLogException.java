package fr.jalon.query.audit;

/** The log lacks an event where one must be: nothing is sealed over a gap. */
final class BrokenLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenLogException(long expected, long found) {
        super("the log must have event " + expected + ", and has " + found + " in its place");
    }
}
