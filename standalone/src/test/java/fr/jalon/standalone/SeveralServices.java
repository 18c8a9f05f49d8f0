package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.Seed;
import fr.jalon.postgres.DatabaseRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two services that record and two that answer, each a process of its own, started at once; whatever keeps the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeveralServices {
    private static final String WATCHPOINT =
            "\"type\": \"watchpoint-raised\", \"effective\": \"2015\", \"kind\": \"need\"";

    /** How long the database is away, in seconds: half a minute in a long run. */
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("jalon.test.outage", 3));

    /** How often every kind of fault befalls the services: many times in a long run. */
    private static final int CHAOS = Integer.getInteger("jalon.test.chaos", 1);

    final AtomicInteger numbers = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    Stand stand;

    /** Where the services stand. */
    abstract Stand stand(Path directory);

    @BeforeAll
    void start(@TempDir Path directory) {
        stand = stand(directory);
        for (int i = 0; i < 2; i++) {
            stand.startCommandService();
            stand.startQueryService();
        }
        stand.awaitHealthy();
    }

    @AfterAll
    void stop() {
        stand.close();
    }

    @Test
    void what_one_records_every_other_answers_and_no_other_refuses() throws Exception {
        open("lille");
        assertThat(position(commands(1).post("/territories/lille/entries", """
                {"type": "funding-granted", "effective": "2022", "funding": "mel-2022", "funder": "mel"}
                """)))
                .isEqualTo(2);
        assertThat(position(commands(0).post("/territories/lille/entries", """
                {"type": "funding-renewed", "effective": "2023", "funding": "mel-2022"}
                """)))
                .isEqualTo(3);

        for (Service service : stand.queryServices()) {
            JsonNode state = stand.asking(service).get("/territories/lille?asOf=2023-12-31&minPosition=3");
            assertThat(state.path("facts").path("funding")).hasSize(1);
        }
    }

    @Test
    void each_answers_its_own_half_only() throws Exception {
        assertThat(queries(0).post("/territories/lille/entries", "{}").statusCode())
                .isIn(404, 405);
        assertThat(commands(0).status("/territories/lille")).isIn(404, 405);
    }

    /** Of the entry point a reader asks the read side. */
    @Test
    void the_contract_of_the_read_side_tells_of_recording_as_the_write_side_does() throws Exception {
        JsonNode recording = commands(0).get("/openapi.json");
        JsonNode whole = queries(0).get("/openapi.json");
        for (String part : List.of("/paths", "/components/schemas")) {
            for (Map.Entry<String, JsonNode> each : recording.at(part).properties()) {
                assertThat(whole.at(part).path(each.getKey())).as(each.getKey()).isEqualTo(each.getValue());
            }
        }
    }

    @Test
    void an_author_is_told_of_what_another_process_recorded_since_and_of_nothing_else() throws Exception {
        open("nantes");
        record(1, "nantes");
        assertThat(expecting(0, "nantes", 2).statusCode()).isEqualTo(201);
        assertThat(expecting(1, "nantes", 2).statusCode()).isEqualTo(412);
        assertThat(expecting(1, "nantes", 3).statusCode()).isEqualTo(201);
    }

    @Test
    void of_thirty_two_who_write_at_once_on_one_condition_one_wins_and_all_others_are_told() throws Exception {
        open("caen");
        List<HttpResponse<String>> answers = atOnce(32, writer -> expecting(writer, "caen", 1));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 412).hasSize(31);
        assertThat(queries(0)
                        .get("/territories/caen?minPosition=2")
                        .path("position")
                        .longValue())
                .isEqualTo(2);
    }

    @Test
    void thirty_two_writers_on_one_territory_lose_nothing_and_double_nothing() throws Exception {
        open("paris");
        List<HttpResponse<String>> answers = atOnce(32, writer -> {
                    List<HttpResponse<String>> own = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        own.add(commands(writer + i).post("/territories/paris/entries", watchpoint()));
                    }
                    return own;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        Set<Long> positions = new HashSet<>();
        for (HttpResponse<String> answer : answers) {
            positions.add(position(answer));
        }
        assertThat(positions).hasSize(128);
        assertThat(queries(0)
                        .get("/territories/paris?minPosition=129")
                        .path("position")
                        .longValue())
                .isEqualTo(129);
        assertThat(queries(1).history("paris")).hasSize(129);
    }

    @Test
    void one_entry_sent_twenty_times_at_once_is_recorded_once_with_equal_answers_and_its_id_is_taken_for_another()
            throws Exception {
        open("lyon");
        open("rouen");
        String entry = watchpoint().replace("{", "{\"entryId\": \"55555555-5555-4555-8555-555555555555\", ");
        List<HttpResponse<String>> answers =
                atOnce(20, sender -> commands(sender).post("/territories/lyon/entries", entry));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers.stream().map(HttpResponse::body))
                .containsOnly(answers.getFirst().body());

        for (int i = 0; i < 2; i++) {
            assertThat(commands(i)
                            .post("/territories/lyon/entries", entry.replace("need", "risk"))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(commands(i).post("/territories/rouen/entries", entry).statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void the_projection_is_shared_and_the_log_is_sealed_whoever_dies_or_stops_or_comes_back() throws Exception {
        open("marseille");
        await(() -> segments().equals(List.of(4, 4)));
        Service first = stand.queryServices().getFirst();
        Service last = stand.queryServices().getLast();

        last.kill();
        isAnsweredAndSealed(first, "marseille");
        await(() -> segments().equals(List.of(8)));
        last.restart();
        await(() -> segments().equals(List.of(4, 4)));

        assertThat(first.stop()).as("SIGTERM ends it in order").isTrue();
        assertThat(segments())
                .as("what it held is free, or the other's already")
                .hasSizeLessThan(2);
        last.awaitHealthy();
        isAnsweredAndSealed(last, "marseille");
        first.restart();
        await(() -> segments().equals(List.of(4, 4)));
        stand.awaitHealthy();
    }

    @Test
    void a_rebuild_in_one_process_is_refused_to_the_other_meanwhile_and_both_go_on_with_the_new_copy()
            throws Exception {
        open("charente");
        try (Connection holder = stand.postgres().dataSource(DatabaseRole.ADMIN).getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            // A rebuild reads the log: it is under way until this ends.
            holder.createStatement().execute("lock table events.event in access exclusive mode");
            Future<HttpResponse<String>> rebuilding =
                    threads.submit(() -> queries(0).post("/rebuild", ""));
            await(() -> stand.admin()
                    .sql("select exists (select from pg_locks where locktype = 'advisory' and objid = 5 and granted)")
                    .query(Boolean.class)
                    .single());
            assertThat(queries(1).post("/rebuild", "").statusCode()).isEqualTo(409);
            holder.rollback();
            assertThat(rebuilding.get().statusCode()).isEqualTo(202);
        }
        for (int i = 0; i < 20; i++) {
            record(i, "charente");
        }
        for (Service service : stand.queryServices()) {
            Asking asking = stand.asking(service);
            await(() -> status(asking, "/territories/charente?minPosition=21") == 200);
            assertThat(asking.history("charente")).hasSize(21);
        }
    }

    @Test
    void entries_that_come_again_and_claims_stolen_between_processes_change_nothing() throws Exception {
        open("bordeaux");
        for (int i = 0; i < 20; i++) {
            record(i, "bordeaux");
            stand.sql().sql("""
                            update tracking.token t
                            set owner = (select max(o.owner) from tracking.token o where o.owner <> t.owner),
                                token = '{"globalIndex":' || ((token::jsonb ->> 'globalIndex')::bigint / 2) || '}'
                            where processor_name = 'projection' and (token::jsonb ->> 'globalIndex')::bigint > 1
                                and segment % 2 = ?
                            """).param(i % 2).update();
        }
        for (Service service : stand.queryServices()) {
            Asking asking = stand.asking(service);
            await(() -> asking.status("/territories/bordeaux?minPosition=21") == 200);
            JsonNode check = asking.check();
            assertThat(check.path("findings")).as(check.toString()).isEmpty();
        }
        stand.awaitHealthy();
    }

    @Test
    void while_the_database_is_away_all_say_so_and_afterwards_go_on_unaided() throws Exception {
        open("strasbourg");
        stand.cutOff();
        try {
            long back = System.nanoTime() + AWAY.toNanos();
            do {
                var _ = atOnce(6, this::saysThatTheDatabaseIsAway);
            } while (System.nanoTime() < back);
        } finally {
            stand.reconnect();
        }
        for (int i = 0; i < 2; i++) {
            int process = i;
            await(() -> commands(process)
                            .post("/territories/strasbourg/entries", watchpoint())
                            .statusCode()
                    == 201);
        }
        for (Service service : stand.queryServices()) {
            await(() -> status(stand.asking(service), "/territories/strasbourg?minPosition=3") == 200);
        }
        stand.awaitHealthy();
    }

    @Test
    void whatever_is_killed_or_cut_every_acknowledged_entry_is_there_once_everywhere_and_sealed() throws Exception {
        long seed = Seed.of(20260127, stand.name() + " chaos");
        Chaos chaos = new Chaos(stand, seed);
        chaos.befall(CHAOS);
        chaos.isSurvived();
    }

    final Asking commands(int number) {
        return stand.asking(stand.commandServices().get(number % 2));
    }

    final Asking queries(int number) {
        return stand.asking(stand.queryServices().get(number % 2));
    }

    final void open(String territory) throws Exception {
        HttpResponse<String> opened = commands(0)
                .post(
                        "/territories/" + territory + "/entries",
                        "{\"type\": \"territory-opened\", \"effective\": \"2015\", \"name\": \"%s\", \"kind\": \"city\"}"
                                .formatted(territory));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    final long record(int process, String territory) throws Exception {
        return record(stand.commandServices().get(process % 2), territory);
    }

    private long record(Service service, String territory) throws Exception {
        return position(stand.asking(service).post("/territories/" + territory + "/entries", watchpoint()));
    }

    final String watchpoint() {
        return "{%s, \"watchpoint\": \"w-%d\"}".formatted(WATCHPOINT, numbers.incrementAndGet());
    }

    /** How many segments each process holds, in order. */
    final List<Integer> segments() {
        return stand.sql().sql("""
                        select count(*)::int from tracking.token
                        where processor_name = 'projection' and owner is not null group by owner order by 1
                        """).query(Integer.class).list();
    }

    /** Eight who write in a new territory at one service, once they are at it. */
    final Writers writers(String territory, Service service) throws Exception {
        open(territory);
        Writers writers = new Writers(8, service, () -> record(service, territory));
        await(() -> writers.acknowledged() > 50);
        return writers;
    }

    /** What was acknowledged to them is answered, and nothing else. */
    final void isAnswered(Writers writers, String territory) throws Exception {
        long last = writers.acknowledged() + 1L;
        await(() -> status(queries(1), "/territories/" + territory + "?minPosition=" + last) == 200);
        assertThat(queries(1).history(territory)).hasSize((int) last);
    }

    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    static <T> List<T> atOnce(int times, Sending<T> sending) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = IntStream.range(0, times)
                    .mapToObj(number -> threads.submit(() -> sending.send(number)))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> each : all) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /** What each of several does at once. */
    interface Sending<T> {
        T send(int number) throws Exception;
    }

    static long position(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).path("position").longValue();
    }

    private HttpResponse<String> expecting(int process, String territory, long position) throws Exception {
        return commands(process).post("/territories/" + territory + "/entries", watchpoint(), position);
    }

    private boolean saysThatTheDatabaseIsAway(int number) throws Exception {
        int process = number % 2;
        if (number < 2) {
            HttpResponse<String> refused = commands(process).post("/territories/strasbourg/entries", watchpoint());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        } else if (number < 4) {
            assertThat(queries(process).status("/territories/strasbourg")).isEqualTo(503);
        } else {
            assertThat(stand.commandServices().get(process).isHealthy()).isFalse();
            assertThat(stand.queryServices().get(process).isHealthy()).isFalse();
        }
        return true;
    }

    /** Even while another is gone: this one takes over what it held. */
    private void isAnsweredAndSealed(Service service, String territory) throws Exception {
        Asking asking = stand.asking(service);
        long position = record(0, territory);
        await(() -> status(asking, "/territories/" + territory + "?minPosition=" + position) == 200);
        JsonNode last = asking.history(territory).getLast();
        await(() -> status(asking, "/log/entries/" + last.path("entryId").asString("") + "/proof") == 200);
    }

    static int status(Asking asking, String path) throws Exception {
        try {
            return asking.status(path);
        } catch (IOException notBackYet) {
            return 0;
        }
    }
}
