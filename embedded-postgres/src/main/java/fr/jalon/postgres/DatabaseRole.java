package fr.jalon.postgres;

import java.util.Locale;

/** Who connects, each with no more rights than their part needs. */
public enum DatabaseRole {
    /** The cluster's administrator: bootstrap and tests only. */
    ADMIN,
    /** Owns the schemas that migrations make. */
    OWNER,
    /** The write side: appends. */
    COMMAND,
    /** The read side: reads events, owns read models. */
    QUERY,
    /** Copies the log from another store: appends, and nothing else. */
    MIRROR,
    /** Changes accounts for the national team, by one function. */
    ACCOUNTS,
    /** Studies what is known now, by views that tell no amount and no person. */
    ANALYST;

    /** Its name in PostgreSQL. */
    public String user() {
        return "jalon_" + name().toLowerCase(Locale.ROOT);
    }
}
