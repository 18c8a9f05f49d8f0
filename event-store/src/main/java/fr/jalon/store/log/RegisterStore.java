package fr.jalon.store.log;

import javax.sql.DataSource;

/** Which store keeps the log: what differs between them is behind {@link EventLog} and {@link LogWriter}. */
public interface RegisterStore {
    /** As {@code jalon.event-store} names it. */
    String name();

    /** Whether the log is kept outside the database, which then has a copy of it. */
    boolean isElsewhere();

    /**
     * The log to read.
     *
     * @param database a migrated database, where the log is if it is not elsewhere
     */
    EventLog log(DataSource database);

    /**
     * The end of the same log.
     *
     * @param database as above, of the role that may append
     */
    LogWriter writer(DataSource database);
}
