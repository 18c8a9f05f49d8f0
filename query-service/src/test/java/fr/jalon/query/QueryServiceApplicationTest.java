package fr.jalon.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.readmodel.processor.World;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.Migrations;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.web.WebApplication;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.StoredAccounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The read side by itself: it follows a log that somebody else writes, and answers. */
class QueryServiceApplicationTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final RecordedClock CLOCK = RecordedClock.system();
    private static final Map<String, Long> POSITIONS = new HashMap<>();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static final HikariDataSource WRITERS = new HikariDataSource();

    @SuppressWarnings("NullAway.Init")
    private static LogStorageEngine log;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path keys;

    private static String password = "";

    @BeforeAll
    static void start() {
        MAIL.start();
        Migrations.run(DATABASE.dataSource(DatabaseRole.OWNER));
        StoredAccounts.migrate(DATABASE.dataSource(DatabaseRole.OWNER));
        StoredAccounts accounts = new StoredAccounts(DATABASE.dataSource(DatabaseRole.OWNER));
        password = accounts.createFirstNational();
        accounts.create(Actor.of("auditor", "auditor"), password);
        WRITERS.setDataSource(DATABASE.dataSource(DatabaseRole.COMMAND));
        log = LogStorageEngine.onPostgres(WRITERS, EntryCodec.CURRENT, CLOCK);
        service = WebApplication.of(QueryServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--jalon.database.url=" + DATABASE.jdbcUrl(),
                        "--jalon.database.password=" + DATABASE.password(DatabaseRole.QUERY),
                        "--jalon.log.key-file=" + keys.resolve("log.key"),
                        "--jalon.people.key-file=" + keys.resolve("people.key"),
                        "--jalon.log.keep-in=" + keys.resolve("checkpoints"),
                        "--jalon.log.mail.to=keeper@example.org,other@example.org",
                        "--jalon.log.mail.from=jalon@example.org",
                        "--jalon.log.mail.look-every=100ms",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                        "--jalon.check.every=500ms");
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
        WRITERS.close();
        MAIL.stop();
    }

    @Test
    void it_binds_to_this_machine_alone() {
        assertThat(service.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(service.getEnvironment().getProperty("spring.threads.virtual.enabled"))
                .isEqualTo("true");
        assertThat(service.getEnvironment().getProperty("server.shutdown")).isEqualTo("graceful");
    }

    @Test
    void what_is_recorded_can_be_read_at_once_and_the_history_says_what_became_of_it() {
        record(1, "lyon", "territory-opened", """
                "effective": "2019", "name": "Lyon", "kind": "city", "departments": ["69"]""");
        record(2, "lyon", "coordination-carrier-changed", "\"effective\": \"2020\", \"carrier\": \"wrong\"");
        record(3, "lyon", "study-launched", "\"effective\": \"2030\", \"status\": \"planned\", \"study\": \"s\"");
        record(4, "lyon", "entry-corrected", """
                "target": "%s", "kind": "wrong", "reason": "misread", "entry": {"entryId": "%s", "territory": "lyon",
                "type": "coordination-carrier-changed", "effective": "2020", "carrier": "right"}""".formatted(id(2), id(2)));
        record(5, "lyon", "entry-contested", "\"target\": \"%s\", \"reason\": \"no\", \"by\": \"o\"".formatted(id(2)));
        record(6, "lyon", "entry-retracted", "\"target\": \"%s\", \"reason\": \"settled\"".formatted(id(5)));
        record(7, "lyon", "announcement-abandoned", "\"target\": \"%s\", \"effective\": \"2024\"".formatted(id(3)));
        record(8, "lyon", "entry-retracted", "\"target\": \"%s\", \"reason\": \"never opened\"".formatted(id(1)));

        JsonNode state = get("/territories/lyon?asOf=2021-06-01&minPosition=8", 200);
        assertThat(state.at("/position").longValue()).isEqualTo(8);
        assertThat(state.at("/facts/coordination-carrier/0/value/carrier/id").stringValue())
                .isEqualTo("right");
        assertThat(state.at("/facts/coordination-carrier/0/contested").booleanValue())
                .isFalse();

        JsonNode entries = get("/territories/lyon/history", 200).get("entries");
        assertThat(entries).hasSize(8);
        assertThat(entries.at("/0/retractedBy").stringValue()).isEqualTo(id(8));
        assertThat(entries.at("/0/actor").stringValue()).isEqualTo("coordinator-lyon");
        assertThat(entries.at("/1/correctedBy/0").stringValue()).isEqualTo(id(4));
        assertThat(entries.at("/1/contestedBy")).isEmpty();
        assertThat(entries.at("/1/entry/carrier").stringValue()).isEqualTo("wrong");
        assertThat(entries.at("/2/abandonedBy").stringValue()).isEqualTo(id(7));
        assertThat(entries.at("/4/retractedBy").stringValue()).isEqualTo(id(6));
    }

    @Test
    void a_pinned_history_keeps_a_remark_that_was_taken_back_later() {
        String contested = UUID.randomUUID().toString();
        record(1, "brest", "watchpoint-raised", "\"effective\": \"2020\", \"watchpoint\": \"w\", \"kind\": \"risk\"");
        String raised = get("/territories/brest/history?minPosition=1", 200)
                .at("/entries/0/entryId")
                .stringValue();
        append(CLOCK.instant(), EntryJson.read("""
                {"entryId": "%s", "territory": "brest", "type": "entry-contested", "target": "%s", "reason": "no", "by": "o"}
                """.formatted(contested, raised)));
        record(3, "brest", "entry-retracted", "\"target\": \"%s\", \"reason\": \"settled\"".formatted(contested));
        get("/territories/brest?minPosition=3", 200);

        assertThat(contestedBy("1")).isEmpty();
        assertThat(contestedBy("2")).containsExactly(contested);
        assertThat(contestedBy("3")).isEmpty();
    }

    private static List<String> contestedBy(String knownAt) {
        return get("/territories/brest/history?knownAt=" + knownAt, 200)
                .at("/entries/0/contestedBy")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void what_is_projected_is_what_the_fold_gives_at_any_place_of_both_axes(long seed) {
        Random random = new Random(seed);
        String territory = "seed-" + seed;
        RandomRegisters.of(seed, territory, 60).forEach(each -> append(CLOCK.instant(), each.entry()));
        List<Recorded> recorded = new PostgresEventLog(DATABASE.dataSource(DatabaseRole.QUERY))
                .of(territory, 1, 60).stream()
                        .map(each -> new Recorded(each.position(), each.recordedAt(), EntryJson.read(each.payload())))
                        .toList();
        get("/territories/" + territory + "?minPosition=60", 200);
        for (int i = 0; i < 60; i++) {
            AsOf asOf = new AsOf(LocalDate.parse("2019-12-01").plusDays(random.nextInt(1150)));
            int position = 1 + random.nextInt(recorded.size());
            Instant knownAt = recorded.get(position - 1).recordedAt();
            RegisterState fold = RegisterState.of(territory, Register.of(recorded.subList(0, position)), asOf);
            JsonNode expected = Json.parse(Json.text(StateAnswer.of(fold, knownAt.toString())));

            for (String place : List.of(knownAt.toString(), Integer.toString(position))) {
                assertThat(get("/territories/%s?asOf=%s&knownAt=%s".formatted(territory, asOf, place), 200))
                        .as("seed %d as of %s known at %s", seed, asOf, place)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void the_national_team_alone_rebuilds_and_answers_go_on() {
        record(1, "paris", "territory-opened", """
                "effective": "2019", "name": "Paris", "kind": "city", "departments": ["75"]""");
        JsonNode before = get("/territories/paris?asOf=2021-06-01&knownAt=1&minPosition=1", 200);
        assertThat(send("auditor", "POST", "/rebuild").statusCode()).isEqualTo(403);
        assertThat(send("auditor", "POST", "/dead-letters/retry").statusCode()).isEqualTo(403);

        HttpResponse<String> started = send("national", "POST", "/rebuild");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        JsonNode progress = Json.parse(started.body());
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (progress.get("state").stringValue().equals("running") && System.nanoTime() < end) {
            assertThat(get("/territories/paris?asOf=2021-06-01&knownAt=1", 200)).isEqualTo(before);
            progress = get("/rebuild", 200);
        }
        assertThat(progress.get("state").stringValue()).as(progress.toString()).isEqualTo("done");
        assertThat(progress.get("parked")).isEmpty();
        assertThat(get("/territories/paris?asOf=2021-06-01&knownAt=1", 200)).isEqualTo(before);
    }

    @Test
    void parked_entries_are_tried_again_on_demand() {
        JdbcClient superuser = JdbcClient.create(DATABASE.dataSource(DatabaseRole.ADMIN));
        // The read models take nothing of Dijon in, until this is lifted.
        superuser.sql("""
                alter table projection.entry add constraint refused check (territory <> 'dijon')
                """).update();
        recordOne("dijon");
        recordOne("dijon");
        World.await(() -> health("projection").at("/details/parked").toString().contains("dijon"));
        JsonNode still = retried();
        superuser.sql("alter table projection.entry drop constraint refused").update();
        JsonNode done = retried();

        assertThat(still.get("entries").longValue()).isEqualTo(2);
        assertThat(still.get("territories").valueStream().map(JsonNode::stringValue))
                .containsExactly("dijon");
        assertThat(done.get("entries").longValue()).isZero();
        assertThat(done.get("territories")).isEmpty();
        assertThat(get("/territories/dijon/history", 200).get("entries")).hasSize(2);
    }

    private static void recordOne(String territory) {
        record(1, territory, "watchpoint-raised", "\"effective\": \"2020\", \"watchpoint\": \"w\", \"kind\": \"risk\"");
    }

    private static JsonNode retried() {
        HttpResponse<String> retried = send("national", "POST", "/dead-letters/retry");
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
        return Json.parse(retried.body());
    }

    @Test
    void health_tells_of_the_projection_and_of_the_database() {
        HttpResponse<String> health = send("national", "GET", "", "/actuator/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(Json.parse(health.body()).get("components").propertyNames()).contains("projection", "queryDatabase");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            update events.event set metadata = concat(metadata, ' ') where territory = 'metz' | changed
            update projection.entry set status = 'x' where territory = 'metz'                  | projection
            """)
    void what_is_altered_turns_health_red_by_itself_and_is_named(String alteration, String kind) throws Exception {
        if (!POSITIONS.containsKey("metz")) {
            record(
                    1,
                    "metz",
                    "watchpoint-raised",
                    "\"effective\": \"2020\", \"watchpoint\": \"w\", \"kind\": \"risk\"");
        }
        get("/territories/metz?minPosition=1", 200);
        String entryId =
                get("/territories/metz/history", 200).at("/entries/0/entryId").stringValue();
        get("/log/entries/" + entryId + "/proof", 200);
        JdbcClient superuser = JdbcClient.create(DATABASE.dataSource(DatabaseRole.ADMIN));
        superuser
                .sql("create table if not exists public.kept as select * from events.event where territory = 'metz'")
                .update();
        superuser.sql(alteration).update();
        World.await(() -> health("seal").path("status").asString("").equals("DOWN"));
        String first = health("seal").at("/details/first").asString("");
        HttpResponse<String> toAnybody = HTTP.send(
                HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(toAnybody.statusCode()).isEqualTo(503);
        assertThat(toAnybody.body()).contains("\"seal\":{\"status\":\"DOWN\"}").doesNotContain("metz");
        superuser.sql("""
                update events.event e set metadata = k.metadata from public.kept k where e.entry_id = k.entry_id;
                update projection.entry set status = 'actual' where territory = 'metz'""").update();
        World.await(() -> health("seal").path("status").asString("").equals("UP"));

        assertThat(first).startsWith(kind + ": entry " + entryId + ", metz 1, ");
    }

    @Test
    void the_days_checkpoint_is_mailed_and_kept_where_this_is_configured() throws Exception {
        record(1, "nancy", "watchpoint-raised", "\"effective\": \"2020\", \"watchpoint\": \"w\", \"kind\": \"risk\"");
        World.await(() -> MAIL.getReceivedMessages().length == 2 && Files.exists(keys.resolve("checkpoints")));

        assertThat(MAIL.getReceivedMessages()[0].getAllRecipients()).hasSize(2);
        try (var kept = Files.list(keys.resolve("checkpoints"))) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.startsWith("checkpoint-"));
        }
    }

    @Test
    void the_contract_tells_of_upkeep_too() {
        JsonNode paths = get("/openapi.json", 200).get("paths");
        assertThat(paths.at("/~1api~1v1~1rebuild/post/responses").propertyNames())
                .contains("202", "403", "409", "503");
        assertThat(paths.at("/~1api~1v1~1dead-letters~1retry/post/responses").propertyNames())
                .contains("200", "403");
        assertThat(paths.at("/~1api~1v1~1rebuild/post/parameters").isEmpty()).isTrue();
    }

    private static JsonNode health(String part) {
        return Json.parse(send("national", "GET", "", "/actuator/health").body())
                .at("/components/" + part);
    }

    private static String id(int number) {
        return "70000000-0000-0000-0000-00000000000" + number;
    }

    /** Records an entry as a write side would; each territory has its own ids. */
    private static void record(int number, String territory, String type, String attributes) {
        Entry entry = EntryJson.read(
                """
                {"entryId": "%s", "territory": "%s", "type": "%s", %s}""".formatted(territory.equals("lyon") ? id(number) : UUID.randomUUID(), territory, type, attributes));
        append(CLOCK.instant(), entry);
    }

    private static void append(Instant recordedAt, Entry entry) {
        String territory = entry.territory();
        log.appendEvents(List.of(new GenericDomainEventMessage<>(
                "territory",
                territory,
                POSITIONS.merge(territory, 1L, Long::sum) - 1,
                entry,
                Map.of("actor", "coordinator-" + territory, "role", "coordinator"),
                entry.entryId().toString(),
                recordedAt)));
    }

    private static JsonNode get(String path, int status) {
        HttpResponse<String> answer = send("national", "GET", path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.parse(answer.body());
    }

    private static String address() {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static HttpResponse<String> send(String account, String method, String path) {
        return send(account, method, "/api/v1", path);
    }

    private static HttpResponse<String> send(String account, String method, String base, String path) {
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(address() + base + path))
                            .header(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString(credentials))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
