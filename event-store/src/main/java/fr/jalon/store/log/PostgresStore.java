package fr.jalon.store.log;

import javax.sql.DataSource;

/** The log in the database, beside all else. */
public record PostgresStore() implements RegisterStore {
    public static final String NAME = "postgresql";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isElsewhere() {
        return false;
    }

    @Override
    public EventLog log(DataSource database) {
        return new PostgresEventLog(database);
    }

    @Override
    public LogWriter writer(DataSource database) {
        return AppendConnection.recording(database);
    }
}
