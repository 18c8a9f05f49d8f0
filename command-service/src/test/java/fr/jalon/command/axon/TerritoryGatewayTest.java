package fr.jalon.command.axon;

import static fr.jalon.events.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Scenario;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.axon.CaffeineCache;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.Migrations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The write side over the real store: recorded for good, once, in order, whoever else writes. */
class TerritoryGatewayTest {
    private final TestDatabase database = TestDatabase.migrated("events", Migrations::run);
    private final List<AutoCloseable> open = new ArrayList<>();

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
                        Decision.Recorded.class, it -> assertThat(it.position()).isEqualTo(2));
        assertThat(record(process(), granted(1)))
                .as("asked again of a process that never saw it")
                .isEqualTo(new Decision.AlreadyRecorded(2, recordedAt(accepted)));
    }

    @Test
    void of_a_process_whose_clock_is_behind_answer_and_register_have_the_time_that_the_log_has() {
        Instant lille = recordedAt(record(process(), opened()));
        TerritoryGateway behind = process(InstantSource.offset(InstantSource.system(), Duration.ofHours(-2)));
        Entry opened = entry(7, "territory-opened", "2015", "territory: paris, name: Paris, kind: city");
        // It has not read Lille's register: only the log knows what was recorded there since.
        inLog("update events.event set recorded_at = recorded_at + interval '1 hour'");
        Instant paris = recordedAt(record(behind, opened));

        assertThat(paris).isEqualTo(lille.plus(Duration.ofHours(1)).plusNanos(1_000));
        assertThat(register(behind, "paris").entries().getLast().recordedAt()).isEqualTo(paris);
        assertThat(record(behind, opened))
                .as("of the cached register")
                .isEqualTo(new Decision.AlreadyRecorded(1, paris));
    }

    @Test
    void a_refusal_leaves_nothing_behind() {
        TerritoryGateway territories = process();
        assertThat(record(territories, granted(1))).isEqualTo(new Decision.NotOpened("lille"));
        record(territories, opened());
        record(territories, entry(3, "funding-renewed", "2023", "funding: unknown"));

        assertThat(register(territories, "lille").position()).isEqualTo(1);
        assertThat(register(process(), "lille").position()).isEqualTo(1);
    }

    @Test
    void many_writers_in_two_processes_on_one_territory_lose_nothing_and_double_nothing() throws Exception {
        record(process(), opened());
        List<TerritoryGateway> processes = List.of(process(), process());
        int writers = 32;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<Decision>> decisions = IntStream.rangeClosed(1, 128)
                    .mapToObj(number -> threads.submit(() -> record(processes.get(number % 2), granted(number))))
                    .toList();
            Set<Long> positions = new HashSet<>();
            for (Future<Decision> decision : decisions) {
                positions.add(((Decision.Recorded) decision.get()).position());
            }
            assertThat(positions).hasSize(128).allMatch(position -> position >= 2 && position <= 129);
        }
        assertThat(register(process(), "lille").position()).isEqualTo(129);
    }

    @Test
    void what_another_process_recorded_is_known_before_anything_is_refused() {
        TerritoryGateway one = process();
        TerritoryGateway other = process();
        record(one, opened());
        record(other, granted(1));

        assertThat(position(record(one, entry(2, "funding-renewed", "2023", "funding: f1"))))
                .isEqualTo(3);
        assertThat(record(other, entry(2, "funding-renewed", "2023", "funding: f1")))
                .isInstanceOf(Decision.AlreadyRecorded.class);
        assertThat(record(other, entry(3, "funding-renewed", "2023", "funding: unknown")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_position_read_from_another_process_is_not_called_stale_and_an_older_one_is() {
        TerritoryGateway one = process();
        TerritoryGateway other = process();
        record(one, opened());
        record(other, granted(1));

        assertThat(expecting(1, one, granted(2))).isEqualTo(new Decision.Stale(2));
        record(other, granted(3));
        assertThat(position(expecting(3, one, granted(2)))).isEqualTo(4);
    }

    @Test
    void a_register_read_before_has_what_another_process_recorded_since() {
        TerritoryGateway one = process();
        TerritoryGateway other = process();
        record(one, opened());
        assertThat(register(other, "lille").position()).isEqualTo(1);

        record(one, granted(1));

        assertThat(register(other, "lille").position()).isEqualTo(2);
        assertThat(register(other, "lille")).isSameAs(register(other, "lille"));
    }

    @Test
    void an_id_that_is_another_territorys_is_taken_in_every_process() {
        TerritoryGateway one = process();
        record(one, opened());
        record(one, granted(1));
        TerritoryGateway other = process();

        assertThat(record(other, entry(1, "territory-opened", "2015", "territory: paris, name: Paris, kind: city")))
                .isEqualTo(new Decision.IdTakenElsewhere());
    }

    @Test
    void one_entry_sent_twenty_times_at_once_is_recorded_once_with_equal_answers() throws Exception {
        List<TerritoryGateway> processes = List.of(process(), process());
        record(processes.getFirst(), opened());
        record(processes.getLast(), opened());
        for (int number = 1; number <= 20; number++) {
            Entry entry = granted(number);
            int expected = number + 1;
            try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
                List<Future<Decision>> answers = IntStream.range(0, 20)
                        .mapToObj(sender -> threads.submit(() -> record(processes.get(sender % 2), entry)))
                        .toList();
                Set<Instant> recordedAt = new HashSet<>();
                for (Future<Decision> answer : answers) {
                    switch (answer.get()) {
                        case Decision.Recorded accepted -> {
                            assertThat(accepted.position()).isEqualTo(expected);
                            recordedAt.add(recordedAt(accepted));
                        }
                        case Decision.AlreadyRecorded(long position, Instant instant) -> {
                            assertThat(position).isEqualTo(expected);
                            recordedAt.add(instant);
                        }
                        default -> throw new AssertionError(answer.get());
                    }
                }
                assertThat(recordedAt).hasSize(1);
            }
        }
    }

    @Tag("long")
    @Test
    void a_long_register_is_snapshot_whoever_records_and_read_back_equal() throws Exception {
        TerritoryGateway territories = process();
        TerritoryGateway other = process();
        record(territories, opened());
        for (int number = 1; number <= 300; number++) {
            record(number % 2 == 0 ? territories : other, granted(number));
        }
        territories.close();
        other.close();

        TerritoryGateway again = process();
        try (var rows = database.dataSource(DatabaseRole.COMMAND)
                .getConnection()
                .createStatement()
                .executeQuery("select count(*) from events.snapshot")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
        List<Recorded> fromSnapshot = register(again, "lille").entries();
        inLog("delete from events.snapshot");
        assertThat(fromSnapshot)
                .hasSize(301)
                .isEqualTo(register(process(), "lille").entries());
        assertThat(record(again, granted(301)))
                .isInstanceOfSatisfying(
                        Decision.Recorded.class, it -> assertThat(it.position()).isEqualTo(302));
    }

    @Test
    void nothing_is_recorded_on_a_register_that_this_version_cannot_read() {
        record(process(), opened());
        inLog("update events.event set revision = '99'");

        TerritoryGateway process = process();
        assertThat(record(process, granted(1))).isEqualTo(new Decision.Unreadable(1));
        assertThat(record(process, granted(1))).as("of the cached register").isEqualTo(new Decision.Unreadable(1));
        assertThat(process.register("lille")).isEqualTo(new ReadRegister.Incomplete(new Decision.Unreadable(1)));
    }

    @Test
    void snapshots_lie_ever_further_apart() {
        assertThat(LongStream.rangeClosed(0, 2_000).filter(RegisterSnapshots::isDueAt))
                .containsExactly(250L, 500L, 750L, 1_125L, 1_687L);
    }

    private TerritoryGateway process() {
        return process(InstantSource.system());
    }

    private TerritoryGateway process(InstantSource time) {
        RecordedClock clock = new RecordedClock(time);
        clock.install();
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource(DatabaseRole.COMMAND));
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        LogStorageEngine engine = LogStorageEngine.onPostgres(pool, EntryCodec.CURRENT, clock);
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        TerritoryGateway territories = new TerritoryGateway(store, new CaffeineCache(100));
        open.addAll(List.of(pool, engine, store::shutDown, territories));
        return territories;
    }

    /** Changes the log, as nobody may. */
    private void inLog(String change) {
        JdbcClient.create(database.dataSource(DatabaseRole.OWNER)).sql(change).update();
    }

    private static Decision record(TerritoryGateway territories, Entry entry) {
        return territories.record(new RecordEntry(entry, null, Scenario.TODAY), Map.of("actor", "national"));
    }

    private static Decision expecting(long position, TerritoryGateway territories, Entry entry) {
        return territories.record(new RecordEntry(entry, position, Scenario.TODAY), Map.of("actor", "national"));
    }

    private static long position(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Recorded.class);
        return ((Decision.Recorded) decision).position();
    }

    private static Instant recordedAt(Decision accepted) {
        return ((Decision.Recorded) accepted).recordedAt();
    }

    private static Register register(TerritoryGateway territories, String territory) {
        ReadRegister read = territories.register(territory);
        assertThat(read).isInstanceOf(ReadRegister.Whole.class);
        return ((ReadRegister.Whole) read).register();
    }

    private static Entry opened() {
        return entry(0, "territory-opened", "2015", "name: Lille, kind: city");
    }

    private static Entry granted(int number) {
        return entry(number, "funding-granted", "2022", "funding: f" + number + ", funder: mel");
    }
}
