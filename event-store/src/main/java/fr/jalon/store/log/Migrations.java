package fr.jalon.store.log;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.database.Schema;
import javax.sql.DataSource;

/** The schemas {@code events}, {@code tracking}, {@code sealed} and {@code people}, brought up to date as one. */
public final class Migrations {
    private static final Schema EVENTS = new Schema("events", AdvisoryLock.EVENTS_SCHEMA);

    private Migrations() {}

    /** As {@link Schema#validate}. */
    public static void validate(DataSource owner) {
        EVENTS.validate(owner);
    }

    /** As {@link Schema#migrate}. */
    public static void run(DataSource owner) {
        EVENTS.migrate(owner);
    }
}
