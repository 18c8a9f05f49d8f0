package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several services on PostgreSQL alone, which keeps the log too. */
@Tag("long")
class PostgresServicesTest extends SeveralServices {
    @Override
    Stand stand(Path directory) {
        return new Stand(directory, Path.of("target"));
    }

    /**
     * What loses the slow one on Axon's own engine: another comes after it, was stamped long before it and commits
     * first.
     */
    @Test
    void an_entry_whose_commit_is_slow_holds_others_back_in_every_process_and_nobody_misses_it() throws Exception {
        open("perpignan");
        try (Connection slow = stand.postgres().dataSource(DatabaseRole.COMMAND).getConnection();
                Connection quick =
                        stand.postgres().dataSource(DatabaseRole.COMMAND).getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            slow.setAutoCommit(false);
            append("ajaccio", Instant.now(), slow);
            Future<?> stampedLongAgo = threads.submit(() -> {
                append("bastia", Instant.now().minusSeconds(90), quick);
                return null;
            });
            List<Future<Long>> waiting =
                    List.of(threads.submit(() -> record(0, "perpignan")), threads.submit(() -> record(1, "perpignan")));
            await(() -> stand.admin()
                            .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .query(Long.class)
                            .single()
                    == 3);
            slow.commit();
            stampedLongAgo.get();
            for (Future<Long> each : waiting) {
                assertThat(each.get()).isBetween(2L, 3L);
            }
        }
        for (Service service : stand.queryServices()) {
            assertThat(stand.asking(service).status("/territories/perpignan?minPosition=3"))
                    .isEqualTo(200);
            for (String territory : List.of("ajaccio", "bastia")) {
                assertThat(stand.asking(service).status("/territories/" + territory + "?minPosition=1"))
                        .isEqualTo(200);
            }
            JsonNode check = stand.asking(service).check();
            assertThat(check.path("state").asString("")).as(check.toString()).isEqualTo("done");
            assertThat(check.path("findings"))
                    .as("the read models equal the log")
                    .isEmpty();
        }
        assertThat(stand.sql().sql("""
                select count(*) from (
                    select recorded_at > lag(recorded_at) over (order by global_index) as later from events.event
                ) e where not later
                """).query(Long.class).single())
                .as("recorded before what comes before")
                .isZero();
    }

    /** The database says that its disk is full as it does when it is. */
    @Test
    void while_the_disk_is_full_nothing_is_recorded_and_answers_go_on_and_afterwards_all_goes_on_unaided()
            throws Exception {
        open("toulouse");
        stand.sql().sql("""
                create function events.disk_full() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
                """).update();
        stand.sql().sql("""
                create trigger disk_full before insert on events.event for each statement execute function events.disk_full()
                """).update();
        try {
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> refused = commands(i).post("/territories/toulouse/entries", watchpoint());
                assertThat(refused.statusCode()).as(refused.body()).isIn(503, 507);
                assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(queries(i).status("/territories/toulouse?minPosition=1"))
                        .isEqualTo(200);
            }
        } finally {
            stand.sql().sql("drop function events.disk_full cascade").update();
        }
        assertThat(record(0, "toulouse")).isEqualTo(2);
        assertThat(record(1, "toulouse")).isEqualTo(3);
    }

    @Test
    void a_command_service_that_is_told_to_stop_under_load_ends_every_request_it_was_sent() throws Exception {
        Service service = stand.commandServices().getFirst();
        Writers writers = writers("nimes", service);
        AutoCloseable heldUp = stand.holdUp();
        try {
            await(writers::areAllWaiting);
            service.tellToStop();
            await(() -> !service.isReady());
            assertThat(service.isAlive()).as("it leaves, it is not ill").isTrue();
            await(service::isClosed);
        } finally {
            heldUp.close();
        }
        assertThat(service.hasEndedInOrder()).isTrue();
        writers.join();
        service.restart();
        isAnswered(writers, "nimes");
        stand.awaitHealthy();
    }

    private static void append(String territory, Instant stamp, Connection connection) throws Exception {
        Entry entry = EntryJson.read("""
                {"entryId": "%s", "territory": "%s", "type": "territory-opened", "effective": "2015",
                 "name": "%2$s", "kind": "city"}
                """.formatted(UUID.randomUUID(), territory));
        try (PreparedStatement append = connection.prepareStatement("""
                select events.append(array[?], array[?], array[1::bigint], array[?], array[?], array[?], array[?],
                    array['{"actor":"national","role":"NATIONAL"}'])
                """)) {
            append.setObject(1, entry.entryId());
            append.setString(2, territory);
            append.setLong(3, ChronoUnit.MICROS.between(Instant.EPOCH, stamp));
            append.setString(4, EntryType.of(entry).name());
            append.setString(5, EntryType.REVISION);
            append.setString(6, EntryJson.write(entry));
            append.execute();
        }
    }
}
