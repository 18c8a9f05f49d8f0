package fr.jalon.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A whole projection, as Axon runs it on our log and tokens. */
final class Projection {
    private final DataSource connections;
    private final JdbcClient jdbc;
    private final NestedTransactions transactions;
    private final EventHandlerInvoker invoker;

    /** Makes the table, on connections of the role that reads. */
    Projection(DataSource connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
        this.transactions = new NestedTransactions(new JdbcTransactionManager(connections));
        this.invoker = SimpleEventHandlerInvoker.builder()
                .eventHandlers((EventMessageHandler) this::project)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
        jdbc.sql("create schema projection").update();
        jdbc.sql("create table projection.seen (id text primary key, text text)")
                .update();
    }

    long seen() {
        return jdbc.sql("select count(*) from projection.seen")
                .query(Long.class)
                .single();
    }

    private Object project(EventMessage<?> event) {
        transactions.executeInTransaction(() -> {
            if (event.getPayload() instanceof Noted noted) {
                jdbc.sql("insert into projection.seen values (?, ?)")
                        .params(event.getIdentifier(), noted.text())
                        .update();
            } else {
                throw new IllegalStateException("cannot be read: " + event.getPayload());
            }
        });
        return "done";
    }

    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    Running start() {
        LogStorageEngine engine = LogStorageEngine.onPostgres(connections, new NotedCodec(), RecordedClock.system());
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("projection")
                .eventHandlerInvoker(invoker)
                .messageSource(store)
                .tokenStore(TokenStores.on(connections, "here", Duration.ofSeconds(10)))
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(2)
                .batchSize(100)
                .tokenClaimInterval(100)
                .clock(Clock.systemUTC())
                .build();
        processor.start();
        return () -> {
            processor.shutDown();
            store.shutDown();
            engine.close();
            coordinator.shutdownNow();
            workers.shutdownNow();
        };
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
