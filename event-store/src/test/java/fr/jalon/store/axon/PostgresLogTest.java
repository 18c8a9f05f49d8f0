package fr.jalon.store.axon;

import static fr.jalon.store.axon.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.store.entry.UnreadableEntry;
import fr.jalon.store.log.AppendConnection;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.StoreUnavailableException;
import fr.jalon.store.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only PostgreSQL can promise, or break. */
class PostgresLogTest extends LogContract {
    private final Database database = Database.migrated();
    private final LogStorageEngine engine = database.engine();

    @Override
    protected Store open() {
        Database own = Database.migrated();
        return new Store() {
            @Override
            public LogStorageEngine engine() {
                return own.engine();
            }

            @Override
            public EventLog log() {
                return new PostgresEventLog(own.as(DatabaseRole.QUERY));
            }

            @Override
            public void close() {
                own.close();
            }
        };
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void an_unknown_type_or_revision_is_handed_on_as_unreadable_and_the_stream_goes_on() {
        engine.appendEvents(List.of(event("lille", 1, "a"), event("lille", 2, "b"), event("lille", 3, "c")));
        database.execute("update events.event set type = 'of-the-future' where position = 1");
        database.execute("update events.event set revision = '2', metadata = 'null' where position = 2");

        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::getPayload))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOfSatisfying(UnreadableEntry.class, entry -> {
                            assertThat(entry.type()).isEqualTo("of-the-future");
                            assertThat(entry.reason()).contains("of-the-future");
                        }),
                        second -> assertThat(second).isInstanceOf(UnreadableEntry.class),
                        third -> assertThat(third).isInstanceOf(Noted.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update events.event set payload = 'x'",
                "delete from events.event",
                "truncate events.event",
                "insert into events.event values (9, gen_random_uuid(), 'lyon', 9, now(), 'noted', '1', '', '')",
                "alter table events.event disable trigger all",
                "drop table events.event",
            })
    void the_writer_may_add_at_the_end_and_nothing_else(String statement) {
        engine.appendEvents(List.of(event("lyon", 1, "kept")));
        for (DatabaseRole role : List.of(DatabaseRole.COMMAND, DatabaseRole.QUERY)) {
            try (var connections = database.as(role)) {
                assertThatThrownBy(() -> Database.execute(connections, statement))
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
        assertThat(engine.readEvents("lyon", 0).next().getPayload()).isInstanceOf(Noted.class);
    }

    @Test
    void the_reader_may_not_append() {
        try (var connections = database.as(DatabaseRole.QUERY);
                var reader = LogStorageEngine.onPostgres(connections, new NotedCodec(), RecordedClock.system())) {
            assertThatThrownBy(() -> reader.appendEvents(List.of(event("lyon", 1, "no"))))
                    .hasStackTraceContaining("permission denied");
        }
    }

    /**
     * So an instant names one state, of each register and of all together: nothing comes later that was recorded
     * earlier.
     */
    @Test
    void recorded_time_follows_the_index_in_all_territories_whoever_writes_and_whatever_their_clocks_say()
            throws Exception {
        RecordedClock right = RecordedClock.system();
        RecordedClock behind = new RecordedClock(InstantSource.offset(InstantSource.system(), Duration.ofHours(-2)));
        RecordedClock still = new RecordedClock(InstantSource.fixed(Instant.now()));
        LogStorageEngine other = database.engine();
        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                RecordedClock clock = List.of(right, behind, still).get(i % 3);
                LogStorageEngine process = i % 2 == 0 ? engine : other;
                String territory = "territory-" + i;
                writers.add(threads.submit(() -> {
                    for (int position = 1; position <= 40; position++) {
                        process.appendEvents(List.of(event(territory, position, "entry", clock)));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        List<Instant> recorded = new PostgresEventLog(database.owner())
                .after(0, 1_000).stream().map(StoredEvent::recordedAt).toList();
        assertThat(recorded).hasSize(480).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void those_of_one_commit_are_recorded_one_after_the_other_though_stamped_alike() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        RecordedClock one = new RecordedClock(InstantSource.fixed(now));
        RecordedClock another = new RecordedClock(InstantSource.fixed(now));
        engine.appendEvents(
                List.of(event("lyon", 1, "a", one), event("lille", 1, "b", another), event("lyon", 2, "c", another)));

        assertThat(new PostgresEventLog(database.owner()).after(0, 10).stream().map(StoredEvent::recordedAt))
                .containsExactly(now, now.plusNanos(1_000), now.plusNanos(2_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update events.snapshot set revision = '0'",
                "update events.snapshot set payload = replace(payload, 'first', 'other')",
                "update events.snapshot set recorded_at = recorded_at + interval '1 year'",
                "update events.snapshot set position = 2",
                "update events.snapshot set digest = null",
                "update events.event set metadata = '{}' where position = 1",
                "delete from events.event where position = 1"
            })
    void a_snapshot_that_is_not_as_it_was_taken_of_this_log_is_none(String change) {
        engine.appendEvents(List.of(event("nantes", 1, "a"), event("nantes", 2, "b")));
        engine.storeSnapshot(event("nantes", 1, "first"));
        assertThat(engine.readSnapshot("nantes")).isPresent();
        database.execute(change);

        assertThat(engine.readSnapshot("nantes")).isEmpty();
    }

    @Test
    void a_snapshot_of_another_territory_is_none() {
        engine.appendEvents(List.of(event("nantes", 1, "a"), event("paris", 1, "b")));
        engine.storeSnapshot(event("nantes", 1, "first"));
        database.execute("update events.snapshot set territory = 'paris'");

        assertThat(engine.readSnapshot("paris")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1999-06-01T00:00:00Z", "2999-06-01T00:00:00Z"})
    void a_time_far_from_the_databases_is_refused_and_leaves_nothing_behind(Instant forged) {
        RecordedClock clock = new RecordedClock(InstantSource.fixed(forged));

        assertThatThrownBy(() -> engine.appendEvents(List.of(event("lyon", 1, "forged", clock))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("clock");
        assertThat(database.number("select count(*) from events.event")).isZero();
    }

    @Test
    void of_another_logs_entries_one_that_was_not_recorded_after_its_territorys_last_is_refused() throws Exception {
        try (var mirror = database.as(DatabaseRole.MIRROR);
                AppendConnection copying = AppendConnection.copying(mirror)) {
            copying.append(List.of(old(1, 7)));
            assertThatThrownBy(() -> copying.append(List.of(old(2, 7))))
                    .hasStackTraceContaining("position 2 of lyon does not follow");
            assertThatThrownBy(() -> copying.append(List.of(old(2, 8), old(3, 8))))
                    .hasStackTraceContaining("position 3 of lyon does not follow");
            copying.append(List.of(old(2, 8), old(3, 9)));
        }
        assertThat(database.number("select count(*) from events.event")).isEqualTo(3);
    }

    private static NewEvent old(long position, long recordedMicros) {
        return new NewEvent(UUID.randomUUID(), "lyon", position, recordedMicros, "noted", "1", "{}", "{}");
    }

    @Test
    void a_position_that_leaves_a_gap_is_refused() {
        assertThatThrownBy(() -> engine.appendEvents(List.of(event("lyon", 2, "second"))))
                .hasStackTraceContaining("position 2 of lyon does not follow");
    }

    @Test
    void what_another_log_recorded_keeps_its_times_and_the_writer_may_not_give_such() throws Exception {
        NewEvent old = old(1, 0);
        try (var mirror = database.as(DatabaseRole.MIRROR);
                AppendConnection copying = AppendConnection.copying(mirror)) {
            copying.append(List.of(old));
        }
        assertThat(database.number("select count(*) from events.event where recorded_at = 'epoch'"))
                .isOne();
        try (var writer = database.as(DatabaseRole.COMMAND);
                AppendConnection copying = AppendConnection.copying(writer)) {
            assertThatThrownBy(() -> copying.append(List.of(old))).hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> Database.execute(
                        database.as(DatabaseRole.COMMAND),
                        "select events.add(0, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')"))
                .hasMessageContaining("permission denied");
    }
}
