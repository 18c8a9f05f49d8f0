package fr.jalon.store;

import static fr.jalon.store.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentAppendsTest {
    private final Database database = Database.migrated();
    private final LogStorageEngine engine = database.engine();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void thirty_two_writers_some_of_whom_fail_leave_no_gap() throws Exception {
        inParallel(32, writer -> {
            for (int position = 1; position <= 20; position++) {
                engine.appendEvents(List.of(event("territory-" + writer, position, "entry")));
                refused(() -> engine.appendEvents(List.of(event("territory-" + writer, 1, "taken"))));
                refused(() -> engine.appendEvents(List.of(event("NUL \0", 1, "entry"))));
            }
            return writer;
        });
        assertThat(indexes())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 640).boxed().toList());
    }

    @Test
    void thirty_two_writers_in_two_processes_on_one_territory_lose_nothing_and_repeat_nothing() throws Exception {
        LogStorageEngine other = database.engine();
        inParallel(32, writer -> {
            LogStorageEngine mine = writer % 2 == 0 ? engine : other;
            for (int i = 0; i < 5; i++) {
                appendNext(mine, "marseille", writer + "/" + i);
            }
            return writer;
        });
        List<DomainEventMessage<?>> events = new ArrayList<>();
        engine.readEvents("marseille", 0).forEachRemaining(events::add);
        assertThat(events.stream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, 160).boxed().toList());
        assertThat(events.stream().map(event -> ((Noted) event.getPayload()).text()))
                .doesNotHaveDuplicates();
        assertThat(indexes())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 160).boxed().toList());
    }

    @Test
    void one_entry_id_sent_twenty_times_at_once_is_stored_once() throws Exception {
        Noted noted = Noted.of("once");
        List<Boolean> stored = inParallel(20, writer -> {
            try {
                engine.appendEvents(List.of(event("territory-" + writer, 1, noted)));
                return true;
            } catch (EntryIdTakenException e) {
                return false;
            }
        });
        assertThat(stored).containsOnlyOnce(true);
        assertThat(indexes()).containsExactly(1L);
    }

    /** The defect this store exists to avoid: see AxonFramework issue 4829. */
    @Test
    void an_event_whose_commit_is_slow_holds_the_later_ones_back_and_no_reader_misses_it() throws Exception {
        UUID slow = UUID.randomUUID();
        try (Connection held = database.as(Role.COMMAND).getConnection();
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

    @Test
    void a_reader_that_follows_while_many_write_sees_every_index_once_and_in_order() throws Exception {
        LogStorageEngine other = database.engine();
        EventLog log = new PostgresEventLog(database.as(Role.QUERY));
        List<Long> seen = new ArrayList<>();
        try (var reader = Executors.newSingleThreadExecutor()) {
            Future<?> reading = reader.submit(() -> Projection.await(() -> {
                log.after(seen.isEmpty() ? 0 : seen.getLast(), 100).forEach(event -> seen.add(event.globalIndex()));
                return seen.size() >= 800;
            }));
            inParallel(16, writer -> {
                for (int position = 1; position <= 50; position++) {
                    (writer % 2 == 0 ? engine : other)
                            .appendEvents(List.of(event("territory-" + writer, position, "entry")));
                }
                return writer;
            });
            reading.get();
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 800).boxed().toList());
    }

    private static void appendNext(LogStorageEngine engine, String territory, String text) {
        while (true) {
            long next = engine.lastSequenceNumberFor(territory)
                    .map(last -> last + 2)
                    .orElse(1L);
            try {
                engine.appendEvents(List.of(event(territory, next, text)));
                return;
            } catch (ConcurrencyException e) {
                // Another was faster: look again.
            }
        }
    }

    private static void refused(Runnable append) {
        try {
            append.run();
        } catch (ConcurrencyException | EventStoreException e) {
            return;
        }
        throw new AssertionError("nothing was refused");
    }

    private List<Long> indexes() throws Exception {
        List<Long> indexes = new ArrayList<>();
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select global_index from events.event order by 1")) {
            while (rows.next()) {
                indexes.add(rows.getLong(1));
            }
        }
        return indexes;
    }

    private interface Writer<T> {
        T write(int writer);
    }

    private static <T> List<T> inParallel(int writers, Writer<T> writer) throws Exception {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<T>> tasks = IntStream.range(0, writers)
                    .<Callable<T>>mapToObj(i -> () -> writer.write(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
