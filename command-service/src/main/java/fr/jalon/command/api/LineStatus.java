package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Code;

/** What became of an entry, in one word: a line's {@code status}, and what is counted. */
public enum LineStatus implements Code {
    RECORDED,
    ALREADY_RECORDED,
    /** It was recorded before, and retracted since. */
    RETRACTED,
    /** A dry run would record it. */
    ACCEPTED,
    MALFORMED,
    FORBIDDEN,
    UNKNOWN_TERRITORY,
    CONFLICT,
    REFUSED,
    UNAVAILABLE,
    FAILED;

    public static LineStatus of(Decision decision) {
        return switch (decision) {
            case Decision.Recorded _ -> RECORDED;
            case Decision.AlreadyRecorded _ -> ALREADY_RECORDED;
            case Decision.Accepted _ -> ACCEPTED;
            case Decision.NotTheirs _ -> FORBIDDEN;
            case Decision.NotOpened _ -> UNKNOWN_TERRITORY;
            case Decision.IdTaken _, Decision.IdTakenElsewhere _, Decision.Stale _ -> CONFLICT;
            case Decision.Refused _ -> REFUSED;
            case Decision.Unreadable _, Decision.Busy _, Decision.Unavailable _ -> UNAVAILABLE;
        };
    }
}
