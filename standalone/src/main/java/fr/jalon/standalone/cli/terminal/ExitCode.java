package fr.jalon.standalone.cli.terminal;

/** What the command tells the script that called it; the numbers above 64 are those of sysexits. */
public final class ExitCode {
    public static final int REFUSED = 1;
    public static final int USAGE = 2;
    public static final int UNAVAILABLE = 69;
    public static final int INTERNAL = 70;
    public static final int NOT_WRITTEN = 74;
    public static final int NOT_ALLOWED = 77;
    public static final int CONFIGURATION = 78;

    private ExitCode() {}
}
