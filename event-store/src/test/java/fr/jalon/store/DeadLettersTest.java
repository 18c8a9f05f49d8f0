package fr.jalon.store;

import static fr.jalon.store.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.Role;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A whole projection as the read side builds it, with a table that refuses what is poison. */
class DeadLettersTest {
    private final Database database = Database.migrated();
    private final PostgresEventStorageEngine writer = database.engine();
    private final DataSource connections = database.as(Role.QUERY);
    private final NestedTransactions transactions = new NestedTransactions(new JdbcTransactionManager(connections));
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final PostgresDeadLetterQueue queue =
            new PostgresDeadLetterQueue("projection", connections, new NotedCodec());
    private final List<ScheduledExecutorService> executors = new ArrayList<>();
    private final DeadLetteringEventHandlerInvoker invoker = DeadLetteringEventHandlerInvoker.builder()
            .eventHandlers((EventMessageHandler) this::project)
            .queue(queue)
            .transactionManager(transactions)
            .build();

    @BeforeEach
    void makeReadModel() {
        jdbc.sql("create schema projection").update();
        jdbc.sql("create table projection.seen (id text primary key, text text check (text <> 'poison'))")
                .update();
    }

    @AfterEach
    void close() {
        executors.forEach(ScheduledExecutorService::shutdownNow);
        database.close();
    }

    @Test
    void poison_parks_its_territory_while_the_others_flow() {
        append("lyon", "good", "poison", "behind");
        append("lille", "good", "good");
        try (var _ = project()) {
            await(() -> seen() == 3 && queue.size() == 2);
            append("lyon", "later");
            append("nantes", "good");
            await(() -> seen() == 4 && queue.size() == 3);
        }
        assertThat(queue.contains("lyon")).isTrue();
        assertThat(queue.contains("lille")).isFalse();
        assertThat(queue.amountOfSequences()).isEqualTo(1);
        assertThat(queue.sequenceSize("lyon")).isEqualTo(3);
        assertThat(queue.isFull("lyon")).isFalse();
        List<DeadLetter<? extends EventMessage<?>>> parked = queue.deadLetterSequence("lyon");
        assertThat(parked)
                .extracting(letter -> ((Noted) letter.message().getPayload()).text())
                .containsExactly("poison", "behind", "later");
        assertThat(parked.getFirst().cause().map(Cause::message).orElseThrow()).contains("seen_text_check");
        assertThat(parked.getLast().cause()).isEmpty();
    }

    @Test
    void all_of_twenty_five_parked_territories_are_tried_again() {
        for (int i = 0; i < 25; i++) {
            append("territory-" + i, "poison", "behind");
        }
        try (var _ = project()) {
            await(() -> queue.size() == 50);
        }
        queue.retryAll(invoker);
        assertThat(queue.size()).isEqualTo(50);
        assertThat(queue.sequences()).allSatisfy(sequence -> {
            DeadLetter<?> head = queue.deadLetterSequence(sequence).getFirst();
            assertThat(head.lastTouched()).isAfter(head.enqueuedAt());
        });

        jdbc.sql("alter table projection.seen drop constraint seen_text_check").update();
        queue.retryAll(invoker);
        assertThat(queue.size()).isZero();
        assertThat(seen()).isEqualTo(50);
    }

    @Test
    void an_entry_of_the_future_is_parked_and_taken_in_once_it_can_be_read() {
        append("lyon", "first", "second");
        database.execute("update events.event set revision = '2' where position = 1");
        try (var _ = project()) {
            await(() -> queue.size() == 2);
        }
        assertThat(queue.deadLetterSequence("lyon").getFirst().message().getPayload())
                .isInstanceOf(UnreadableEntry.class);
        database.execute("update events.event set revision = '1' where position = 1");
        queue.retryAll(invoker);
        assertThat(seen()).isEqualTo(2);
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_sequence_that_another_is_trying_is_left_to_it() throws Exception {
        append("lyon", "one", "two");
        append("lille", "one");
        park("lyon", 1, "cause");
        park("lyon", 2, "cause");
        park("lille", 1, "cause");
        List<String> tried = new ArrayList<>();
        try (Connection other = database.as(Role.QUERY).getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery(
                            "select from tracking.dead_letter where sequence = 'lyon' and global_index = 1 for update");
            transactions.executeInTransaction(() -> queue.process(letter -> true, letter -> {
                tried.add(
                        ((GenericDeadLetter<?>) letter).getSequenceIdentifier().toString());
                return Decisions.evict();
            }));
        }
        assertThat(tried).containsExactly("lille");
        assertThat(queue.sequenceSize("lyon")).isEqualTo(2);
    }

    @Test
    void an_event_parked_twice_is_parked_once_and_keeps_its_cause() {
        append("lyon", "one");
        park("lyon", 1, "NUL \0 in the message");
        EventMessage<?> again = writer.readEvents("lyon", 0).next();
        queue.enqueue("lyon", new GenericDeadLetter<>("lyon", again));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.deadLetterSequence("lyon").getFirst().cause().map(Cause::message))
                .contains("NUL  in the message");
        queue.clear();
        assertThat(queue.size()).isZero();
    }

    @Test
    void what_is_not_in_the_log_is_not_parked_in_silence() {
        assertThatThrownBy(() ->
                        queue.enqueue("lyon", new GenericDeadLetter<>("lyon", new GenericEventMessage<>("stray"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_transaction_nothing_is_tried() {
        assertThatThrownBy(() -> queue.process(letter -> true, letter -> Decisions.evict()))
                .isInstanceOf(IllegalStateException.class);
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

    private long seen() {
        return jdbc.sql("select count(*) from projection.seen")
                .query(Long.class)
                .single();
    }

    private void append(String territory, String... texts) {
        long last = writer.lastSequenceNumberFor(territory).orElse(-1L);
        writer.appendEvents(IntStream.range(0, texts.length)
                .mapToObj(i -> event(territory, last + 2 + i, texts[i]))
                .toList());
    }

    private void park(String territory, long position, String cause) {
        queue.enqueue(
                territory,
                new GenericDeadLetter<>(
                        territory,
                        writer.readEvents(territory, position - 1).next(),
                        new IllegalStateException(cause)));
    }

    private interface Projecting extends AutoCloseable {
        @Override
        void close();
    }

    private Projecting project() {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new PostgresEventStorageEngine(connections, new NotedCodec(), RecordedClock.system()))
                .build();
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("projection")
                .eventHandlerInvoker(invoker)
                .messageSource(store)
                .tokenStore(TokenStores.on(connections, "here", Duration.ofSeconds(10)))
                .transactionManager(transactions)
                .coordinatorExecutor(executor())
                .workerExecutor(executor())
                .initialSegmentCount(2)
                .batchSize(100)
                .tokenClaimInterval(100)
                .clock(Clock.systemUTC())
                .build();
        processor.start();
        return () -> {
            processor.shutDown();
            store.shutDown();
        };
    }

    private ScheduledExecutorService executor() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
        executors.add(executor);
        return executor;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
