package fr.jalon.store.axon;

import static fr.jalon.store.axon.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.store.entry.PayloadCodec;
import fr.jalon.store.log.EntryIdTakenException;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.Pages;
import fr.jalon.store.log.StoredEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a log promises, whatever store keeps it: each store's tests run all of this. */
@SuppressWarnings("NullAway.Init")
public abstract class LogContract {
    private Store store;
    private LogStorageEngine engine;
    private EventLog log;

    /** A store under test, on which several processes may be at work. */
    public interface Store extends AutoCloseable {
        /** The engine of one process. */
        LogStorageEngine engine();

        /** The log as an auditor reads it. */
        EventLog log();

        @Override
        void close();
    }

    /** A store with nothing in it. */
    protected abstract Store open();

    /** The codec of the entries that these tests record. */
    protected static PayloadCodec codec() {
        return new NotedCodec();
    }

    @BeforeEach
    void openStore() {
        store = open();
        engine = store.engine();
        log = store.log();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void what_is_appended_is_read_back_whole() {
        Noted noted = Noted.of("ADPEI «porte» la coordination\n\\\"{},");
        DomainEventMessage<Noted> appended = event("marseille", 1, noted);
        engine.appendEvents(List.of(appended));

        DomainEventMessage<?> read = engine.readEvents("marseille", 0).next();
        assertThat(read.getPayload()).isEqualTo(noted);
        assertThat(read.getIdentifier()).isEqualTo(noted.id().toString());
        assertThat(read.getAggregateIdentifier()).isEqualTo("marseille");
        assertThat(read.getType()).isEqualTo("territory");
        assertThat(read.getSequenceNumber()).isZero();
        assertThat(read.getMetaData()).isEqualTo(appended.getMetaData());
        assertThat(read.getTimestamp()).isEqualTo(appended.getTimestamp().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void a_territory_is_read_from_any_position_over_many_pages() {
        fill("lyon", 2 * Pages.SIZE + 1);

        DomainEventStream stream = engine.readEvents("lyon", 3);
        assertThat(stream.asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        LongStream.range(3, 2 * Pages.SIZE + 1).boxed().toList());
        assertThat(stream.getLastSequenceNumber()).isEqualTo(2L * Pages.SIZE);
        assertThat(engine.lastSequenceNumberFor("lyon")).contains(2L * Pages.SIZE);
        assertThat(engine.lastSequenceNumberFor("nantes")).isEmpty();
        assertThat(engine.readEvents("nantes", 0).hasNext()).isFalse();
    }

    @Test
    void the_whole_log_is_read_in_the_order_of_its_index() {
        fill("lyon", Pages.SIZE);
        fill("lille", 1);

        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::trackingToken))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Pages.SIZE + 1)
                        .mapToObj(GlobalSequenceTrackingToken::new)
                        .toList());
        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(Pages.SIZE + 1));
    }

    @Test
    void a_token_of_a_time_stands_before_the_first_event_of_that_time_or_later() {
        assertThat(engine.createTokenAt(Instant.EPOCH)).isNull();
        RecordedClock clock = RecordedClock.system();
        engine.appendEvents(List.of(event("lyon", 1, "one", clock)));
        DomainEventMessage<?> second = event("lyon", 2, "two", clock);
        engine.appendEvents(List.of(second));

        assertThat(engine.createTokenAt(second.getTimestamp())).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(engine.createTokenAt(second.getTimestamp().plusSeconds(1))).isEqualTo(engine.createHeadToken());
    }

    @Test
    void a_taken_position_is_a_conflict_and_leaves_nothing_behind() {
        engine.appendEvents(List.of(event("rouen", 1, "first")));

        assertThatThrownBy(() -> engine.appendEvents(List.of(event("rouen", 2, "x"), event("rouen", 1, "other"))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(indexes()).containsExactly(1L);
    }

    @Test
    void an_entry_id_is_used_once_in_all_territories() {
        Noted noted = Noted.of("once");
        engine.appendEvents(List.of(event("rouen", 1, noted)));

        assertThatThrownBy(() -> engine.appendEvents(List.of(event("paris", 1, noted))))
                .isInstanceOf(EntryIdTakenException.class);
        assertThat(engine.readEvents("paris", 0).hasNext()).isFalse();
        assertThat(log.find(noted.id()).orElseThrow().territory()).isEqualTo("rouen");
    }

    @Test
    void the_newest_snapshot_is_kept() {
        fill("nantes", 10);
        engine.storeSnapshot(event("nantes", 10, "ten"));
        engine.storeSnapshot(event("nantes", 5, "five"));
        assertThat(engine.readSnapshot("nantes").map(EventMessage::getPayload))
                .containsInstanceOf(Noted.class)
                .get()
                .hasFieldOrPropertyWithValue("text", "ten");
        assertThat(engine.readSnapshot("nantes").orElseThrow().getSequenceNumber())
                .isEqualTo(9);

        assertThat(engine.readSnapshot("paris")).isEmpty();
    }

    @Test
    void a_full_stream_asked_again_gives_what_has_come_since() {
        fill("lyon", 1);
        var events = engine.readEvents(null, false).iterator();
        events.next();
        assertThat(events.hasNext()).isFalse();
        fill("lille", 1);
        assertThat(events.next().getIdentifier()).satisfies(UUID::fromString);
    }

    @Test
    void thirty_two_writers_some_of_whom_fail_leave_no_gap() throws Exception {
        inParallel(32, writer -> {
            for (int position = 1; position <= 20; position++) {
                engine.appendEvents(List.of(event("territory-" + writer, position, "entry")));
                refused(() -> engine.appendEvents(List.of(event("territory-" + writer, 1, "taken"))));
            }
            return writer;
        });
        assertThat(indexes())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 640).boxed().toList());
    }

    @Test
    void thirty_two_writers_in_two_processes_on_one_territory_lose_nothing_and_repeat_nothing() throws Exception {
        LogStorageEngine other = store.engine();
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

    @Test
    void a_reader_that_follows_while_many_write_sees_every_index_once_and_in_order() throws Exception {
        LogStorageEngine other = store.engine();
        AtomicBoolean isWritten = new AtomicBoolean();
        try (var reader = Executors.newSingleThreadExecutor()) {
            Future<List<Long>> reading = reader.submit(() -> follow(log, isWritten));
            try {
                inParallel(16, writer -> {
                    for (int position = 1; position <= 50; position++) {
                        (writer % 2 == 0 ? engine : other)
                                .appendEvents(List.of(event("territory-" + writer, position, "entry")));
                    }
                    return writer;
                });
            } finally {
                isWritten.set(true);
            }
            assertThat(reading.get())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 800).boxed().toList());
        }
    }

    @Test
    void a_page_holds_what_follows_and_no_more_than_was_asked_for() {
        fill("lyon", 5);
        fill("lille", 2);

        assertThat(log.after(4, 2).stream().map(StoredEvent::globalIndex)).containsExactly(5L, 6L);
        assertThat(log.after(7, 10)).isEmpty();
        assertThat(log.of("lyon", 2, 3).stream().map(StoredEvent::position)).containsExactly(2L, 3L, 4L);
        assertThat(log.of("lille", 3, 10)).isEmpty();
    }

    @Test
    void what_was_never_recorded_is_not_there() {
        fill("lyon", 1);

        assertThat(log.find(UUID.randomUUID())).isEmpty();
        assertThat(log.of("paris", 1, 10)).isEmpty();
        assertThat(log.lastPosition("paris")).isZero();
        assertThat(log.lastPosition("lyon")).isOne();
    }

    @Test
    void the_one_who_records_is_told_when_it_was() {
        DomainEventMessage<Noted> event = event("lyon", 1, "told");
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(event);
        engine.appendEvents(List.of(event));
        work.rollback();

        assertThat(work.resources())
                .containsEntry(
                        LogStorageEngine.RECORDED_AT,
                        log.of("lyon", 1, 1).getFirst().recordedAt());
    }

    /** Reads on and on, and once more when all is written. */
    private static List<Long> follow(EventLog log, AtomicBoolean isWritten) {
        List<Long> seen = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn && seen.size() < 10_000) {
            boolean wasWritten = isWritten.get();
            List<StoredEvent> page = log.after(seen.isEmpty() ? 0 : seen.getLast(), 100);
            page.forEach(event -> seen.add(event.globalIndex()));
            goesOn = !wasWritten || !page.isEmpty();
            LockSupport.parkNanos(1_000_000);
        }
        return seen;
    }

    private void fill(String territory, int count) {
        engine.appendEvents(IntStream.rangeClosed(1, count)
                .mapToObj(position -> event(territory, position, "entry " + position))
                .toList());
    }

    private static void appendNext(LogStorageEngine engine, String territory, String text) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
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
        throw new AssertionError("another was faster a thousand times");
    }

    private static void refused(Runnable append) {
        try {
            append.run();
        } catch (ConcurrencyException | EventStoreException e) {
            return;
        }
        throw new AssertionError("nothing was refused");
    }

    private List<Long> indexes() {
        return log.after(0, 10_000).stream().map(StoredEvent::globalIndex).toList();
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
