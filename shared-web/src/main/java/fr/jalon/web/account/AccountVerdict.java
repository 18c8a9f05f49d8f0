package fr.jalon.web.account;

import fr.jalon.events.entry.Code;

/** What became of a change of accounts. */
public enum AccountVerdict implements Code {
    DONE,
    /** Whoever asks is not of the national team, or no more; of one's own, it is not what it was. */
    NOT_ALLOWED,
    /** There is an account of the name already. */
    TAKEN,
    /** There is none. */
    UNKNOWN,
    /** Nobody gives themselves roles, nor takes them. */
    OWN_ROLES,
    /** Nobody of the national team would be let in. */
    LAST_NATIONAL,
    /** The accounts are in a file, or this process may not change them. */
    ELSEWHERE
}
