package fr.jalon.web.access;

import fr.jalon.events.entry.Code;

/** What the access record tells of. */
public enum AccessKind implements Code {
    /** A password was checked and found right. */
    SIGNED_IN,
    /** A password was checked and found wrong. */
    SIGN_IN_FAILED,
    /** A request was refused for who sent it, or for how much they sent. */
    REFUSED,
    /** Something was made to be carried away: an export, a replay, a pack. */
    CARRIED_AWAY,
    /** What persons are called was shown to an account; of one territory's at most every quarter of an hour. */
    NAMES_SEEN,
    /** The machinery was told to do something: a check, a rebuild. */
    UPKEEP,
    /** An account was made, changed or removed; the database writes this down by itself. */
    ACCOUNT_CHANGED
}
