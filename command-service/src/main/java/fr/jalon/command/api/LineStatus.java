package fr.jalon.command.api;

import fr.jalon.events.entry.Code;
import fr.jalon.web.problem.Problem;

/** What became of an entry, in one word: a line's {@code status}, and what is counted. */
public enum LineStatus implements Code {
    RECORDED,
    ALREADY_RECORDED,
    /** A dry run would record it. */
    ACCEPTED,
    MALFORMED,
    FORBIDDEN,
    UNKNOWN_TERRITORY,
    CONFLICT,
    REFUSED,
    UNAVAILABLE,
    FAILED;

    public static LineStatus of(Outcome outcome, boolean dryRun) {
        return switch (outcome) {
            case Outcome.Kept(var receipt, boolean anew) when anew -> dryRun ? ACCEPTED : RECORDED;
            case Outcome.Kept ignored -> ALREADY_RECORDED;
            case Outcome.Rejected(Problem problem) -> of(problem.status());
        };
    }

    private static LineStatus of(int status) {
        return switch (status) {
            case 403 -> FORBIDDEN;
            case 404 -> UNKNOWN_TERRITORY;
            case 409, 412 -> CONFLICT;
            case 422 -> REFUSED;
            case 500 -> FAILED;
            case 503 -> UNAVAILABLE;
            default -> MALFORMED;
        };
    }
}
