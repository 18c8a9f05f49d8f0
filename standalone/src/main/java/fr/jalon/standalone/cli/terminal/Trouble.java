package fr.jalon.standalone.cli.terminal;

/** Something the person at the terminal can understand and act upon; its message is a sentence for them. */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Trouble(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** The answer has nowhere to go. Whoever reads the beginning of a pipe has what they wanted: nothing is said. */
    public static Trouble notWritten() {
        boolean isPipe = Surroundings.current().output() == Surroundings.Output.PIPE;
        return new Trouble(ExitCode.NOT_WRITTEN, isPipe ? "" : Messages.say("output.not-written"));
    }

    public int exitCode() {
        return exitCode;
    }
}
