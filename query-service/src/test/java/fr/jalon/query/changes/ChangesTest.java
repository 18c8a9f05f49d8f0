package fr.jalon.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.query.ReadModels;
import fr.jalon.query.changes.Follower.Event;
import fr.jalon.readmodel.processor.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever follows the changes is told of each once, in the log's order, and harms nobody. */
class ChangesTest {
    private static final String[] QUICK = {
        "--jalon.changes.look-every=5ms",
        "--jalon.changes.heartbeat=50ms",
        "--jalon.query.min-position-wait=300ms",
        "--server.tomcat.connection-timeout=1s"
    };

    private static final ReadModels MODELS = new ReadModels();
    private static final QueryServer SERVER = new QueryServer(MODELS.database(), QUICK);
    private static int recorded;

    @BeforeAll
    static void begin() {
        record("lyon");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void an_event_tells_which_entry_was_recorded_and_where() {
        try (Follower follower = follow("")) {
            follower.sign();
            assertThat(follower.lastId()).isEqualTo(recorded);
            record("lille");

            Event event = Objects.requireNonNull(follower.next());
            assertThat(event.id()).isEqualTo(recorded);
            assertThat(event.name()).isEqualTo("coordination-carrier-changed");
            assertThat(event.data().propertyNames())
                    .containsExactly("territory", "entryId", "position", "type", "recordedAt");
            assertThat(event.data().get("territory").stringValue()).isEqualTo("lille");
            assertThat(event.data().get("recordedAt").stringValue())
                    .isEqualTo(at(recorded).toString());
            Answer entry = SERVER.get(
                    "/territories/lille/entries/" + event.data().get("entryId").stringValue());
            assertThat(entry.at("/position"))
                    .isEqualTo(event.data().get("position").asString());
        }
    }

    @Test
    void plain_events_have_no_name_and_the_same_data() {
        try (Follower follower = follow("?events=plain")) {
            follower.sign();
            record("lille");

            Event event = Objects.requireNonNull(follower.next());
            assertThat(event.id()).isEqualTo(recorded);
            assertThat(event.name()).isEqualTo("message");
            assertThat(event.data().get("type").stringValue()).isEqualTo("coordination-carrier-changed");
        }
    }

    @Test
    void a_reader_of_plain_events_beyond_the_head_is_told_so_by_the_data() {
        try (Follower follower = follow("?events=plain", "999999999999999999")) {
            Event said = Objects.requireNonNull(follower.next());
            assertThat(said.name()).isEqualTo("message");
            assertThat(said.data().get("type").stringValue()).isEqualTo("beyond-head");
        }
    }

    @Test
    void another_form_of_events_is_refused_with_those_that_there_are() {
        Answer refused = SERVER.get("/changes", "events", "loud");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/detail")).contains("named, plain");
    }

    @Test
    void a_reader_who_comes_and_goes_misses_nothing_and_is_told_nothing_twice() {
        long seed = 7;
        Random random = new Random(seed);
        List<Long> told = new ArrayList<>();
        int end = recorded + 60;
        long last = 0;
        String lastEventId = "0";
        while (last < end) {
            try (Follower follower = follow("?after=0", lastEventId)) {
                int read = random.nextInt(25);
                for (int i = 0; i < read && last < end; i++) {
                    if (recorded < end && (last == recorded || random.nextBoolean())) {
                        record("ville-" + random.nextInt(20));
                    }
                    last = Objects.requireNonNull(follower.next()).id();
                    told.add(last);
                    lastEventId = follower.lastEventId();
                }
            }
        }
        assertThat(told)
                .as("seed %d", seed)
                .isEqualTo(LongStream.rangeClosed(1, end).boxed().toList());
    }

    @Test
    void a_reader_of_one_territory_is_told_of_it_alone_and_begins_again_after_all_that_was_passed_over() {
        record("metz");
        try (Follower follower = follow("?territory=metz&after=" + recorded)) {
            record("metz");
            long id = recorded;
            record("lyon");

            assertThat(Objects.requireNonNull(follower.next()).id()).isEqualTo(id);
            while (follower.lastId() < id + 1) {
                follower.sign();
            }
        }
    }

    @Test
    void many_readers_hold_no_connection_to_the_database_and_all_are_told() {
        record("nantes");
        List<Follower> followers = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                followers.add(follow("?territory=nantes&after=" + recorded));
                followers.getLast().sign();
            }
            record("nantes");

            followers.forEach(follower ->
                    assertThat(Objects.requireNonNull(follower.next()).id()).isEqualTo(recorded));
            assertThat(SERVER.get("/territories/nantes").status()).isEqualTo(200);
        } finally {
            followers.forEach(Follower::close);
        }
    }

    @Tag("long")
    @Test
    void a_reader_who_stops_reading_is_dropped_and_the_others_go_on() {
        ReadModels models = new ReadModels();
        int many = 40_000;
        recordMany(models, many);
        try (QueryServer server = new QueryServer(models.database(), with("--jalon.changes.readers=2"));
                Follower slow = new Follower(server, "?after=0", null);
                Follower quick = new Follower(server, "?after=0", null)) {
            assertThat(slow.status()).contains(" 200");
            assertThat(server.get("/changes").at("/code")).isEqualTo("too-many-readers");
            for (long id = 1; id <= many; id++) {
                assertThat(Objects.requireNonNull(quick.next()).id()).isEqualTo(id);
            }
            World.await(() -> {
                try (Follower another = new Follower(server, "", null)) {
                    return another.status().contains(" 200");
                }
            });
            quick.sign();
        }
    }

    @Test
    void one_account_has_a_share_of_the_streams_and_another_follows_meanwhile() {
        String[] settings = Arrays.copyOf(QUICK, QUICK.length + 2);
        settings[QUICK.length] = "--jalon.changes.readers=3";
        settings[QUICK.length + 1] = "--jalon.changes.readers-per-account=2";
        try (QueryServer server = new QueryServer(MODELS.database(), settings);
                Follower first = new Follower(server, "", null);
                Follower second = new Follower(server, "", null)) {
            first.sign();
            second.sign();

            Answer third = server.get("/changes");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.at("/code")).isEqualTo("too-many-at-once");
            assertThat(server.send(server.as("funder-mel", "/api/v1/changes").method("HEAD", BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_change_is_told_once_it_is_read_and_a_parked_territory_holds_nobody_up() {
        try (Follower follower = follow("")) {
            follower.sign();
            MODELS.recordUnread(at(++recorded), EntryJson.read(json("nice", recorded)));
            record("lyon");
            assertThat(Objects.requireNonNull(follower.next()).id()).isEqualTo(recorded - 1);
            assertThat(Objects.requireNonNull(follower.next()).id()).isEqualTo(recorded);
            MODELS.project("nice");
        }
    }

    @Test
    void a_stream_ends_in_order_when_the_service_does() {
        QueryServer server = new QueryServer(MODELS.database(), QUICK);
        try (Follower follower = new Follower(server, "", null)) {
            follower.sign();
            server.close();
            assertThat(follower.next()).isNull();
        }
    }

    @Test
    void a_reader_beyond_the_head_is_told_so_and_goes_on_from_it() {
        for (String beyond : List.of(Integer.toString(recorded + 1), "999999999999999999")) {
            try (Follower follower = follow("", beyond)) {
                Event said = Objects.requireNonNull(follower.next());
                assertThat(said.name()).isEqualTo("beyond-head");
                assertThat(said.id()).isEqualTo(recorded);
                assertThat(said.data().propertyNames()).containsExactly("asked", "head", "detail", "details");
                assertThat(said.data().get("asked").stringValue()).isEqualTo(beyond);
                assertThat(said.data().get("head").stringValue()).isEqualTo(follower.lastEventId());
                assertThat(said.data().at("/details/en").stringValue()).contains(beyond);
                assertThat(said.data().at("/details/fr").stringValue()).contains(beyond);
                record("lyon");
                assertThat(Objects.requireNonNull(follower.next()).id()).isEqualTo(recorded);
            }
        }
    }

    @Test
    void a_reader_of_a_log_that_was_put_back_is_told_so_and_goes_on_from_its_head() {
        ReadModels before = new ReadModels();
        ReadModels putBack = new ReadModels();
        for (int number = 1; number <= 3; number++) {
            before.record(at(number), EntryJson.read(json("lyon", number)));
        }
        putBack.record(at(1), EntryJson.read(json("lyon", 1)));
        List<String> ids = new ArrayList<>();
        try (QueryServer server = new QueryServer(before.database(), QUICK);
                Follower follower = new Follower(server, "?after=0", null)) {
            for (int number = 1; number <= 3; number++) {
                follower.next();
                ids.add(follower.lastEventId());
            }
        }
        try (QueryServer server = new QueryServer(putBack.database(), QUICK)) {
            try (Follower follower = new Follower(server, "", ids.getFirst())) {
                follower.sign();
                assertThat(follower.lastEventId()).as("both logs have it").isEqualTo(ids.getFirst());
            }
            assertThat(first(server, ids.get(1))).as("nothing is there yet").isEqualTo("log-put-back");

            // Sent again by whoever sent it, as the restore asks for, and so recorded later.
            putBack.record(at(60), EntryJson.read(json("lyon", 2)));
            putBack.record(at(3), EntryJson.read(json("lille", 4)));

            assertThat(first(server, ids.get(1)))
                    .as("the same at another instant")
                    .isEqualTo("log-put-back");
            assertThat(first(server, ids.get(2)))
                    .as("another at the same instant")
                    .isEqualTo("log-put-back");
            assertThat(first(server, ids.getFirst())).as("what both have").isEqualTo("coordination-carrier-changed");
        }
    }

    private static String first(QueryServer server, String lastEventId) {
        try (Follower follower = new Follower(server, "", lastEventId)) {
            return Objects.requireNonNull(follower.next()).name();
        }
    }

    @Test
    void a_territory_that_is_empty_or_unknown_is_refused_as_elsewhere() {
        assertThat(SERVER.get("/changes", "territory", "").at("/code")).isEqualTo("invalid-parameter");
        for (String unknown : List.of("rouen", "Lyon", "x' or '1'='1")) {
            Answer answer = SERVER.get("/changes", "territory", unknown);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.at("/code")).isEqualTo("unknown-territory");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.", "1.1f3a9c0d12ab34cg", "1234567890123456789", "1 or 1=1"})
    void an_id_that_is_none_is_refused(String id) {
        assertThat(SERVER.get("/changes", "after", id).at("/code")).isEqualTo("invalid-parameter");
    }

    @Test
    void an_id_in_the_header_that_is_none_is_refused_by_its_name() {
        Answer header = SERVER.send(SERVER.question("/changes").header("Last-Event-ID", "-1"));
        assertThat(header.at("/details/en")).contains("Last-Event-ID");
    }

    private static Follower follow(String parameters) {
        return new Follower(SERVER, parameters, null);
    }

    private static Follower follow(String parameters, String lastEventId) {
        return new Follower(SERVER, parameters, lastEventId);
    }

    private static void record(String territory) {
        recorded++;
        MODELS.record(at(recorded), EntryJson.read(json(territory, recorded)));
    }

    private static Instant at(int number) {
        return Instant.parse("2026-11-23T09:00:00Z").plusSeconds(number);
    }

    private static String[] with(String property) {
        String[] properties = Arrays.copyOf(QUICK, QUICK.length + 1);
        properties[QUICK.length] = property;
        return properties;
    }

    /** Entries that nobody looks into. */
    private static void recordMany(ReadModels models, int count) {
        JdbcClient.create(models.database().dataSource(DatabaseRole.OWNER))
                .sql("""
                        insert into events.event
                        select n, gen_random_uuid(), 'bulk', n, timestamptz '2026-11-23 09:30Z', 'figure-reported',
                               '1', '{}', '{}'
                        from generate_series(1, :count) n
                        """)
                .param("count", count)
                .update();
        JdbcClient.create(models.database().dataSource(DatabaseRole.QUERY))
                .sql("insert into projection.territory values ('bulk', :count, timestamptz '2026-11-23 09:30Z')")
                .param("count", count)
                .update();
    }

    private static String json(String territory, int number) {
        return """
                {"entryId": "80000000-0000-0000-0000-%012d", "territory": "%s",
                 "type": "coordination-carrier-changed", "effective": "2020", "carrier": "c-%d"}""".formatted(number, territory, number);
    }
}
