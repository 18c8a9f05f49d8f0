package fr.jalon.axonserver;

import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.LogWriter;
import fr.jalon.store.log.RegisterStore;
import javax.sql.DataSource;

/** The log on Axon Server; the database has a copy. */
record AxonServerStore(AxonServer server) implements RegisterStore {
    static final String NAME = "axon-server";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public EventLog log(DataSource database) {
        return new AxonServerEventLog(server);
    }

    @Override
    public LogWriter writer(DataSource database) {
        return new AxonServerLogWriter(server);
    }
}
