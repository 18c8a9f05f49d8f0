package fr.jalon.standalone.cli;

/** What the command tells the script that called it; the numbers above 64 are those of sysexits. */
final class ExitCode {
    static final int REFUSED = 1;
    static final int UNAVAILABLE = 69;
    static final int INTERNAL = 70;
    static final int NOT_ALLOWED = 77;
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
