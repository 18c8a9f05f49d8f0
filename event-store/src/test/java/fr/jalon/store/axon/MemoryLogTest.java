package fr.jalon.store.axon;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.LogWriter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Tests that rest on a log in memory rest on a log. */
class MemoryLogTest extends LogContract {
    @Override
    protected Store open() {
        Database snapshots = Database.migrated();
        MemoryLog log = new MemoryLog();
        return store(log, log, snapshots.as(DatabaseRole.COMMAND), snapshots::close);
    }

    static Store store(EventLog log, LogWriter end, DataSource snapshots, Runnable close) {
        List<LogStorageEngine> engines = new ArrayList<>();
        return new Store() {
            @Override
            public LogStorageEngine engine() {
                LogStorageEngine engine = LogStorageEngine.over(log, end, snapshots, codec(), RecordedClock.system());
                engines.add(engine);
                return engine;
            }

            @Override
            public EventLog log() {
                return log;
            }

            @Override
            public void close() {
                engines.forEach(LogStorageEngine::close);
                close.run();
            }
        };
    }
}
