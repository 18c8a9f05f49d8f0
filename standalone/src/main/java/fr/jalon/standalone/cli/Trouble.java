package fr.jalon.standalone.cli;

/** Something the person at the terminal can understand and act upon; its message is a sentence for them. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Trouble(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
