package fr.jalon.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.axon.LogContract;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.Migrations;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log on Axon Server, or on what stands in for it, keeps the same promises as on PostgreSQL. */
abstract class OverAxonServer extends LogContract {
    private static final TestDatabase SNAPSHOTS = TestDatabase.fresh();

    static {
        Migrations.run(SNAPSHOTS.dataSource(DatabaseRole.OWNER));
    }

    /** Where a server is that holds nothing. */
    abstract AxonServerSettings empty();

    @Override
    protected Store open() {
        AxonServer connection = AxonServer.connect(empty());
        HikariDataSource snapshots = new HikariDataSource();
        snapshots.setDataSource(SNAPSHOTS.dataSource(DatabaseRole.COMMAND));
        snapshots.setMinimumIdle(0);
        List<LogStorageEngine> engines = new ArrayList<>();
        return new Store() {
            @Override
            public LogStorageEngine engine() {
                LogStorageEngine engine = LogStorageEngine.over(
                        new AxonServerEventLog(connection),
                        new AxonServerLogWriter(connection),
                        snapshots,
                        codec(),
                        RecordedClock.system());
                engines.add(engine);
                return engine;
            }

            @Override
            public EventLog log() {
                return new AxonServerEventLog(connection);
            }

            @Override
            public void close() {
                engines.forEach(LogStorageEngine::close);
                connection.close();
                snapshots.close();
            }
        };
    }

    @Test
    void what_no_jalon_wrote_into_its_context_is_said_and_not_passed_over() throws Exception {
        try (AxonServer connection = AxonServer.connect(empty())) {
            for (int i = 0; i < 2; i++) {
                connection
                        .events()
                        .appendEvents(Event.newBuilder()
                                .setAggregateType("invoice")
                                .setAggregateIdentifier("2026-" + i)
                                .setMessageIdentifier("m" + i)
                                .build())
                        .get();
            }
            EventLog log = new AxonServerEventLog(connection);
            assertThat(log.head()).isEqualTo(1);
            assertThatThrownBy(() -> log.after(0, 10)).isInstanceOf(ForeignEventException.class);
        }
    }
}
