package fr.jalon.store.axon;

import static fr.jalon.store.axon.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ConcurrentAppendsTest {
    private final Database database = Database.migrated();
    private final LogStorageEngine engine = database.engine();

    @AfterEach
    void close() {
        database.close();
    }

    /** The defect this store exists to avoid: see AxonFramework issue 4829. */
    @Test
    void an_event_whose_commit_is_slow_holds_the_later_ones_back_and_no_reader_misses_it() throws Exception {
        UUID slow = UUID.randomUUID();
        try (Connection held = database.as(DatabaseRole.COMMAND).getConnection();
                Statement statement = held.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            held.setAutoCommit(false);
            statement.execute("""
                    select events.append(array['%s']::uuid[], '{lyon}', '{1}', array[%d]::bigint[], '{noted}', '{1}',
                        array['{"id":"%s","text":"slow"}'], '{"{}"}')
                    """.formatted(slow, RecordedClock.micros(Instant.now()), slow));

            Noted fast = Noted.of("stamped more than a minute before");
            Future<?> behind = threads.submit(() -> engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "territory",
                    "lille",
                    0,
                    fast,
                    Map.of(),
                    "unused",
                    Instant.now().minusSeconds(90)))));
            database.awaitBlockedAppend();
            assertThat(engine.readEvents(null, false)).isEmpty();
            assertThat(behind).isNotDone();

            held.commit();
            behind.get();
            assertThat(engine.readEvents(null, false).map(TrackedEventMessage::getIdentifier))
                    .containsExactly(slow.toString(), fast.id().toString());
        }
    }

    /**
     * The same on Axon's own engine: the event that committed late is passed over for ever. This is what the one above
     * must not do.
     */
    @Test
    void axons_own_engine_loses_an_event_whose_commit_is_slow() throws Exception {
        JdbcClient.create(database.owner()).sql("create schema stock").update();
        try (Connection slow = stock();
                Connection fast = stock()) {
            engineOn(slow).createSchema(PostgresEventTableFactory.INSTANCE);
            slow.setAutoCommit(false);
            engineOn(slow).appendEvents(event("lyon", 1, "slow"));
            engineOn(fast)
                    .appendEvents(new GenericDomainEventMessage<>(
                            "territory",
                            "lille",
                            0,
                            Noted.of("stamped more than a minute before"),
                            Map.of(),
                            UUID.randomUUID().toString(),
                            Instant.now().minusSeconds(90)));
            List<? extends TrackedEventMessage<?>> read =
                    engineOn(fast).readEvents(null, false).toList();
            assertThat(read).hasSize(1);
            slow.commit();

            assertThat(engineOn(fast).readEvents(null, false))
                    .as("it is in the store")
                    .hasSize(2);
            assertThat(engineOn(fast).readEvents(read.getFirst().trackingToken(), false))
                    .as("and who has read on never sees it")
                    .isEmpty();
        } finally {
            JdbcClient.create(database.owner()).sql("drop schema stock cascade").update();
        }
    }

    private Connection stock() throws SQLException {
        Connection connection = database.owner().getConnection();
        connection.setSchema("stock");
        return connection;
    }

    private static JdbcEventStorageEngine engineOn(Connection connection) {
        Serializer serializer = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .connectionProvider(new SingleConnectionDataSource(connection, true)::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    @Test
    void an_event_that_the_database_cannot_hold_fails_alone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> engine.appendEvents(
                            List.of(event(i % 4 == 0 ? "NUL \0" + i : "territory-" + i, 1, "entry")))))
                    .toList();
            int stored = 0;
            for (Future<?> each : sent) {
                try {
                    each.get();
                    stored++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(EventStoreException.class);
                }
            }
            assertThat(stored).isEqualTo(30);
        }
        assertThat(engine.readEvents(null, false).count()).isEqualTo(30);
    }
}
