package fr.jalon.command.axon;

import static fr.jalon.command.territory.Scenario.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Scenario;
import fr.jalon.events.entry.Entry;
import fr.jalon.postgres.Role;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.CaffeineCache;
import fr.jalon.store.EntryCodec;
import fr.jalon.store.LogStorageEngine;
import fr.jalon.store.Migrations;
import fr.jalon.store.RecordedClock;
import fr.jalon.store.UnreadableRegisterException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The write side over the real store: recorded for good, once, in order, whoever else writes. */
class TerritoriesTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<AutoCloseable> open = new ArrayList<>();

    TerritoriesTest() {
        Migrations.run(database.dataSource(Role.OWNER));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void what_is_accepted_is_there_after_a_restart() {
        record(process(), opened());
        Decision accepted = record(process(), granted(1));

        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class, it -> assertThat(it.position()).isEqualTo(2));
        assertThat(record(process(), granted(1)))
                .as("asked again of a process that never saw it")
                .isEqualTo(new Decision.AlreadyRecorded(2, recordedAt(accepted)));
    }

    @Test
    void a_refusal_or_a_dry_run_leaves_nothing_behind() {
        Territories territories = process();
        assertThat(record(territories, granted(1))).isEqualTo(new Decision.NotOpened("lille"));
        record(territories, opened());
        territories.record(new RecordEntry(granted(2), null, Scenario.TODAY, true), Map.of());
        record(territories, entry(3, "funding-renewed", "2023", "funding: unknown"));

        assertThat(territories.register("lille").position()).isEqualTo(1);
        assertThat(process().register("lille").position()).isEqualTo(1);
    }

    @Test
    void many_writers_in_two_processes_on_one_territory_lose_nothing_and_double_nothing() throws Exception {
        record(process(), opened());
        List<Territories> processes = List.of(process(), process());
        int writers = 32;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<Decision>> decisions = IntStream.rangeClosed(1, 128)
                    .mapToObj(number -> threads.submit(() -> record(processes.get(number % 2), granted(number))))
                    .toList();
            Set<Long> positions = new HashSet<>();
            for (Future<Decision> decision : decisions) {
                positions.add(((Decision.Accepted) decision.get()).position());
            }
            assertThat(positions).hasSize(128).allMatch(position -> position >= 2 && position <= 129);
        }
        assertThat(process().register("lille").position()).isEqualTo(129);
    }

    @Test
    void a_process_refuses_nothing_for_not_having_seen_what_another_recorded() {
        Territories one = process();
        record(one, opened());
        Territories other = process();
        record(other, granted(1));

        assertThat(record(one, entry(2, "funding-renewed", "2023", "funding: f1")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(other.record(new RecordEntry(granted(3), 3L, Scenario.TODAY, true), Map.of()))
                .as("its author has read what this process has not")
                .isEqualTo(new Decision.Accepted(4, null));
        record(one, granted(4));
        assertThat(other.record(new RecordEntry(granted(5), 3L, Scenario.TODAY, false), Map.of()))
                .isEqualTo(new Decision.Stale(4));
    }

    @Test
    void one_entry_sent_twenty_times_at_once_is_recorded_once_with_equal_answers() throws Exception {
        Territories territories = process();
        record(territories, opened());
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<Decision>> answers = IntStream.range(0, 20)
                    .mapToObj(ignored -> threads.submit(() -> record(territories, granted(1))))
                    .toList();
            Set<Instant> recordedAt = new HashSet<>();
            for (Future<Decision> answer : answers) {
                switch (answer.get()) {
                    case Decision.Accepted accepted -> {
                        assertThat(accepted.position()).isEqualTo(2);
                        recordedAt.add(recordedAt(accepted));
                    }
                    case Decision.AlreadyRecorded(long position, Instant instant) -> {
                        assertThat(position).isEqualTo(2);
                        recordedAt.add(instant);
                    }
                    default -> throw new AssertionError(answer.get());
                }
            }
            assertThat(recordedAt).hasSize(1);
        }
    }

    @Test
    void a_long_register_is_snapshot_and_read_back_equal() throws Exception {
        Territories territories = process();
        record(territories, opened());
        for (int number = 1; number <= 300; number++) {
            record(territories, granted(number));
        }
        territories.close();

        Territories again = process();
        try (var rows = database.dataSource(Role.COMMAND)
                .getConnection()
                .createStatement()
                .executeQuery("select count(*) from events.snapshot")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
        assertThat(again.register("lille").entries())
                .isEqualTo(territories.register("lille").entries());
        assertThat(record(again, granted(301)))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class, it -> assertThat(it.position()).isEqualTo(302));
    }

    @Test
    void nothing_is_recorded_on_a_register_that_this_version_cannot_read() throws Exception {
        record(process(), opened());
        try (var connection = database.dataSource(Role.OWNER).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update events.event set revision = '99'");
        }

        assertThatThrownBy(() -> record(process(), granted(1))).isInstanceOf(UnreadableRegisterException.class);
    }

    private Territories process() {
        RecordedClock clock = new RecordedClock(Instant::now);
        clock.install();
        LogStorageEngine engine =
                LogStorageEngine.onPostgres(database.dataSource(Role.COMMAND), new EntryCodec(), clock);
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        Territories territories = new Territories(store, new CaffeineCache(100));
        open.addAll(List.of(engine, store::shutDown, territories));
        return territories;
    }

    private static Decision record(Territories territories, Entry entry) {
        return territories.record(new RecordEntry(entry, null, Scenario.TODAY, false), Map.of("actor", "national"));
    }

    private static Instant recordedAt(Decision accepted) {
        return Objects.requireNonNull(((Decision.Accepted) accepted).recordedAt());
    }

    private static Entry opened() {
        return entry(0, "territory-opened", "2015", "name: Lille, kind: city");
    }

    private static Entry granted(int number) {
        return entry(number, "funding-granted", "2022", "funding: f" + number + ", funder: mel");
    }
}
