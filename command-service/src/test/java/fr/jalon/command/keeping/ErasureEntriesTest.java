package fr.jalon.command.keeping;

import static fr.jalon.events.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.command.api.Intake;
import fr.jalon.command.api.TestNames;
import fr.jalon.command.axon.TerritoryGateway;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Scenario;
import fr.jalon.events.entry.Entry;
import fr.jalon.people.Erasures;
import fr.jalon.people.Erasures.Done;
import fr.jalon.people.Erasures.Erasure;
import fr.jalon.people.PersonNames;
import fr.jalon.people.TextSeal;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.axon.CaffeineCache;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.Migrations;
import fr.jalon.web.start.RefusedStart;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An erasure that is done gets its entry, once, whoever looks for it and whatever was lost meanwhile. */
class ErasureEntriesTest {
    private static final String REGISTER = "france";
    private static final String PERSON = "p-oubliee";
    private static final String REASON = "Demande du 12 février, dossier 17";

    private final TestDatabase database = TestDatabase.migrated("events", Migrations::run);
    private final JdbcClient owner = JdbcClient.create(database.dataSource(DatabaseRole.OWNER));
    private final Erasures erasures = new Erasures(database.dataSource(DatabaseRole.QUERY));
    private final PersonNames names = TestNames.in(database);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void two_processes_record_it_once_with_who_asked_who_confirmed_and_why_and_never_of_whom() {
        openRegister(REGISTER);
        start();
        start();
        erase(PERSON);
        awaitRecorded();

        assertThat(entries()).singleElement().satisfies(recorded -> {
            assertThat(recorded.payload())
                    .contains("\"askedBy\":\"national\"", "\"confirmedBy\":\"national-2\"", "\"reason\":\"jalon-text:")
                    .doesNotContain(PERSON, REASON);
            assertThat(recorded.metadata())
                    .contains("\"actor\":\"national-2\"", "\"role\":\"national\"")
                    .doesNotContain(PERSON);
        });
        assertThat(names.opened(entries().getFirst().payload())).contains(REASON);
        assertThat(erasures.all())
                .singleElement()
                .satisfies(done -> assertThat(done.entry())
                        .isEqualTo(new Erasures.InRegister(
                                REGISTER, entries().getFirst().entryId(), 2)));
    }

    @Test
    void one_that_is_only_asked_for_is_not_recorded_and_nobody_knows_the_id_of_its_entry() {
        openRegister(REGISTER);
        addPerson(PERSON);
        Erasure asked = erasures.erase(PERSON, "national", REASON).orElseThrow();

        assertThat(asked.entry()).isNull();
        assertThat(erasures.unrecorded()).isEmpty();
    }

    @Test
    void while_the_register_is_not_open_it_waits_and_health_says_for_what() {
        start();
        erase(PERSON);
        Health waiting = health();
        assertThat(waiting.getDetails())
                .containsEntry("unrecorded", 1)
                .hasEntrySatisfying(
                        "waitsFor", why -> assertThat(why.toString()).contains("france is not open"));

        openRegister(REGISTER);
        awaitRecorded();
        assertThat(health().getDetails()).containsEntry("unrecorded", 0).doesNotContainKey("waitsFor");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_log_that_was_restored_without_the_entry_gets_it_again_and_a_list_that_is_sent_again_makes_none() {
        openRegister(REGISTER);
        ErasureEntries before = start();
        erase(PERSON);
        awaitRecorded();
        InLog first = entries().getFirst();
        before.close();
        owner.sql("delete from events.event where type = 'person-erased'").update();
        owner.sql("delete from events.snapshot").update();

        start();
        awaitRecorded();
        assertThat(entries()).singleElement().satisfies(again -> {
            assertThat(again.entryId()).isEqualTo(first.entryId());
            assertThat(again.payload()).isEqualTo(first.payload());
        });

        addPerson("p-revenue");
        assertThat(erasures.eraseAgain(List.of("p-revenue", PERSON), List.of(), "national"))
                .isEqualTo(1);
        assertThat(erasures.unrecorded()).isEmpty();
        assertThat(entries()).hasSize(1);
    }

    @Test
    void what_is_told_of_an_erasure_is_recorded_once_as_it_was_by_who_sends_it() {
        openRegister(REGISTER);
        start();
        addPerson(PERSON);
        Instant asked = Instant.parse("2026-01-02T10:00:00.000001Z");
        UUID entry = UUID.fromString("e1000000-0000-4000-8000-000000000017");
        Done told = new Done("national", asked, "national-2", asked.plusSeconds(60), REASON, entry);

        assertThat(erasures.eraseAgain(List.of(PERSON), List.of(told), "national-3"))
                .isEqualTo(1);
        awaitRecorded();
        assertThat(erasures.eraseAgain(List.of(PERSON), List.of(told, told), "national-3"))
                .isZero();
        assertThat(entries()).singleElement().satisfies(recorded -> {
            assertThat(recorded.entryId()).isEqualTo(entry);
            assertThat(recorded.payload())
                    .contains("\"askedBy\":\"national\"", "\"confirmedBy\":\"national-2\"", "2026-01-02");
            assertThat(recorded.metadata()).contains("\"actor\":\"national-3\"");
        });
        assertThat(erasures.all()).hasSize(1);
    }

    @Test
    void what_is_told_takes_no_other_entrys_place_and_confirms_nothing_that_is_asked_for_somebody_else() {
        openRegister(REGISTER);
        addPerson(PERSON);
        Erasure asked = erasures.erase(PERSON, "national", REASON).orElseThrow();
        UUID opening =
                owner.sql("select entry_id from events.event").query(UUID.class).single();
        Done confirmed = new Done("national", asked.askedAt(), "national-2", asked.askedAt(), REASON, null);
        Done another = new Done("national", Instant.EPOCH, "national-2", Instant.EPOCH, REASON, opening);

        assertThat(erasures.eraseAgain(List.of("p-autre"), List.of(confirmed, another), "national"))
                .isEqualTo(1);
        assertThat(erasures.all()).containsExactly(asked);
        assertThat(erasures.erased()).containsExactly("p-autre");
    }

    @Test
    void a_register_that_is_none_is_refused_at_the_start() {
        assertThatThrownBy(() -> new ErasureEntries(erasures, intake(), "La France"))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("jalon.national-register");
    }

    /** What one process does. */
    private ErasureEntries start() {
        DataSource command = database.dataSource(DatabaseRole.COMMAND);
        ErasureEntries entries = new ErasureEntries(new Erasures(command), intake(), REGISTER);
        open.add(entries);
        return entries;
    }

    private Intake intake() {
        return new Intake(process(), names, InstantSource.system(), new SimpleMeterRegistry(), 1);
    }

    private TerritoryGateway process() {
        RecordedClock clock = RecordedClock.system();
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

    private void openRegister(String territory) {
        Entry opened = entry(
                1, "territory-opened", "2019", "territory: %s, name: France, kind: national".formatted(territory));
        TextSeal.Before nothing = new TextSeal.Before(_ -> Optional.empty(), _ -> Optional.empty());
        RecordEntry command = new RecordEntry(names.sealed(opened, false, nothing), null, Scenario.TODAY);
        assertThat(process().record(command, Map.of("actor", "national"))).isInstanceOf(Decision.Recorded.class);
    }

    private void addPerson(String person) {
        owner.sql("insert into people.key (person, wrapped) values (:person, '\\x00')")
                .param("person", person)
                .update();
    }

    private void erase(String person) {
        addPerson(person);
        assertThat(erasures.erase(person, "national", REASON)).isPresent();
        Erasure done = erasures.erase(person, "national-2", "Vu").orElseThrow();
        assertThat(Objects.requireNonNull(done.confirmedBy())).isEqualTo("national-2");
    }

    private Health health() {
        return Objects.requireNonNull(new ErasureHealth(erasures, REGISTER).health());
    }

    private List<InLog> entries() {
        return owner.sql("select entry_id, payload, metadata from events.event where type = 'person-erased'")
                .query((row, _) -> new InLog(
                        row.getObject("entry_id", UUID.class), row.getString("payload"), row.getString("metadata")))
                .list();
    }

    /** What the log has of an entry. */
    private record InLog(UUID entryId, String payload, String metadata) {}

    private void awaitRecorded() {
        await(() -> erasures.unrecorded().isEmpty());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
