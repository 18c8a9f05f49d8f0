package fr.jalon.store.axon;

import static fr.jalon.store.axon.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedClockTest {
    private static final InstantSource TWO_HOURS_BACK =
            InstantSource.offset(InstantSource.system(), Duration.ofHours(-2));

    private final Database database = Database.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_clock_that_stands_still_still_gives_each_microsecond_once() {
        Instant now = Instant.parse("2023-01-26T10:00:00.123456789Z");
        RecordedClock clock = new RecordedClock(InstantSource.fixed(now));
        assertThat(List.of(clock.instant(), clock.instant()))
                .containsExactly(
                        Instant.parse("2023-01-26T10:00:00.123456Z"), Instant.parse("2023-01-26T10:00:00.123457Z"));
    }

    @Test
    void eight_threads_never_get_the_same_instant() {
        RecordedClock clock = RecordedClock.system();
        Set<Instant> seen = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 8)
                    .forEach(t ->
                            threads.execute(() -> IntStream.range(0, 10_000).forEach(i -> seen.add(clock.instant()))));
        }
        assertThat(seen).hasSize(80_000);
    }

    @Test
    void a_past_base_is_followed_where_nothing_later_was_seen() {
        AtomicReference<Instant> base = new AtomicReference<>(Instant.parse("2022-02-01T09:00:00Z"));
        RecordedClock clock = new RecordedClock(base::get);
        assertThat(clock.instant()).isEqualTo("2022-02-01T09:00:00Z");
        base.set(Instant.parse("2023-02-22T09:00:00Z"));
        assertThat(clock.instant()).isEqualTo("2023-02-22T09:00:00Z");
        base.set(Instant.parse("2021-01-01T09:00:00Z"));
        assertThat(clock.instant()).isEqualTo("2023-02-22T09:00:00.000001Z");
    }

    @Test
    void an_older_entry_that_is_seen_does_not_set_it_back() {
        Instant now = Instant.parse("2023-01-26T10:00:00Z");
        RecordedClock clock = new RecordedClock(InstantSource.fixed(now));
        Instant given = clock.instant();
        clock.observe(now.minusSeconds(3600));
        assertThat(clock.instant()).isAfter(given);
    }

    @Test
    void installed_it_stamps_the_events_of_this_process() {
        var before = GenericEventMessage.clock;
        try {
            new RecordedClock(InstantSource.fixed(Instant.EPOCH)).install();
            assertThat(GenericEventMessage.asEventMessage("x").getTimestamp()).isEqualTo(Instant.EPOCH);
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    @Test
    void recorded_time_strictly_increases_over_a_restart_with_the_clock_two_hours_back() {
        AtomicReference<InstantSource> base = new AtomicReference<>(InstantSource.system());
        RecordedClock clock = new RecordedClock(() -> base.get().instant());
        try (LogStorageEngine engine = database.engine(clock)) {
            engine.appendEvents(List.of(event("lyon", 1, "one", clock), event("lyon", 2, "two", clock)));
            base.set(TWO_HOURS_BACK);
            engine.appendEvents(List.of(event("lyon", 3, "three", clock)));
        }
        RecordedClock restarted = new RecordedClock(TWO_HOURS_BACK);
        try (LogStorageEngine engine = database.engine(restarted)) {
            engine.appendEvents(List.of(event("lyon", 4, "four", restarted)));
            assertStrictlyIncreasing(engine, "lyon", 4);
        }
    }

    @Test
    void a_writer_whose_clock_is_behind_comes_after_what_another_process_wrote() {
        RecordedClock ahead = RecordedClock.system();
        RecordedClock behind = new RecordedClock(TWO_HOURS_BACK);
        try (LogStorageEngine here = database.engine(behind);
                LogStorageEngine there = database.engine(ahead)) {
            there.appendEvents(List.of(event("lyon", 1, "one", ahead)));
            there.appendEvents(List.of(event("lille", 1, "one", ahead)));
            there.storeSnapshot(event("lille", 1, "snapshot", ahead));
            here.readEvents("lyon", 0).forEachRemaining(seen -> {});
            here.appendEvents(List.of(event("lyon", 2, "two", behind)));
            assertStrictlyIncreasing(here, "lyon", 2);

            Instant snapshot = here.readSnapshot("lille").orElseThrow().getTimestamp();
            assertThat(behind.instant()).isAfter(snapshot);
        }
    }

    private static void assertStrictlyIncreasing(LogStorageEngine engine, String territory, int count) {
        List<Instant> times = engine.readEvents(territory, 0)
                .asStream()
                .map(DomainEventMessage::getTimestamp)
                .toList();
        assertThat(times).hasSize(count).doesNotHaveDuplicates().isSorted();
    }
}
