package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.TestCluster;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole Jalon on a machine whose clock is set: back, over the change of hours, over the end of a year. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Path clock;

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess server;

    private static String password = "";

    @BeforeAll
    static void start() throws Exception {
        clock = directory.resolve("clock");
        TestCluster.into(Files.createDirectories(directory.resolve("data")));
        SetClock.set(clock, Instant.parse("2026-01-15T12:00:00Z"));
        server = serve();
        password = server.password();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    /** In Paris, whatever the hour elsewhere; two days of the year have not twenty-four hours. */
    @Order(2)
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-28T22:59:59.999999Z, 2026-03-28
            2026-03-28T23:00:00Z,        2026-03-29
            2026-03-29T21:59:59.999999Z, 2026-03-29
            2026-03-29T22:00:00Z,        2026-03-30
            2026-10-24T21:59:59.999999Z, 2026-10-24
            2026-10-24T22:00:00Z,        2026-10-25
            2026-10-25T22:59:59.999999Z, 2026-10-25
            2026-10-25T23:00:00Z,        2026-10-26
            2026-12-31T22:59:59.999999Z, 2026-12-31
            2026-12-31T23:00:00Z,        2027-01-01
            """)
    void a_day_begins_at_midnight_in_paris_for_what_may_be_recorded_and_for_what_is_answered(
            Instant now, LocalDate today) throws Exception {
        SetClock.set(clock, now);
        String territory = "t" + now.toEpochMilli();
        assertThat(record(territory, opened(today.plusDays(1))).statusCode()).isEqualTo(422);
        assertThat(record(territory, opened(today)).statusCode()).isEqualTo(201);

        JsonNode state = asking().get("/territories/" + territory + "?minPosition=1");
        assertThat(state.path("asOf").asString("")).isEqualTo(today.toString());
        assertThat(asking().get("/territories/" + territory + "?asOf=" + today)
                        .path("facts")
                        .propertyNames())
                .contains("perimeter");
        assertThat(asking().get("/territories/" + territory + "?asOf=" + today.minusDays(1))
                        .path("facts")
                        .propertyNames())
                .doesNotContain("perimeter");
    }

    @Order(1)
    @Test
    void with_the_clock_two_hours_back_order_is_by_position_and_each_instant_has_its_answer_also_after_a_restart()
            throws Exception {
        Instant now = Instant.now();
        SetClock.set(clock, now);
        List<String> recordedAt = new ArrayList<>();
        recordedAt.add(recordedAt(record("albi", opened(LocalDate.parse("2020-01-01")))));
        recordedAt.add(recordedAt(record("albi", carrier("a"))));
        SetClock.set(clock, now.minus(Duration.ofHours(2)));
        recordedAt.add(recordedAt(record("albi", carrier("b"))));
        // Of a territory that this process has not read yet, and of one that none has.
        recordedAt.add(recordedAt(record("agen", opened(LocalDate.parse("2020-01-01")))));
        server.stop();
        server = serve();
        recordedAt.add(recordedAt(record("albi", carrier("c"))));
        recordedAt.add(recordedAt(record("auch", opened(LocalDate.parse("2020-01-01")))));

        assertThat(recordedAt.stream().map(Instant::parse))
                .doesNotHaveDuplicates()
                .isSorted();
        asking().get("/territories/albi?minPosition=4");
        asking().get("/territories/auch?minPosition=1");
        assertThat(positions(recordedAt.get(0))).isEqualTo("albi 1");
        assertThat(positions(recordedAt.get(1))).isEqualTo("albi 2");
        assertThat(positions(recordedAt.get(2))).isEqualTo("albi 3");
        assertThat(positions(recordedAt.get(3))).isEqualTo("agen 1, albi 3");
        assertThat(positions(recordedAt.get(4))).isEqualTo("agen 1, albi 4");
        assertThat(positions(recordedAt.get(5))).isEqualTo("agen 1, albi 4, auch 1");
        assertThat(asking().history("albi")).hasSize(4);
        JsonNode check = asking().check();
        assertThat(check.path("findings")).as(check.toString()).isEmpty();
    }

    /** Of all territories, how far each is known at an instant. */
    private static String positions(String knownAt) throws Exception {
        return String.join(
                ", ",
                asking().get("/territories?knownAt=" + knownAt)
                        .path("territories")
                        .valueStream()
                        .filter(each -> each.path("territory").asString("").startsWith("a"))
                        .map(each -> each.path("territory").asString("") + " " + each.path("position"))
                        .toList());
    }

    private static ServerProcess serve() throws Exception {
        return ServerProcess.start("serve", directory.resolve("data"), SetClock.javaOptions(clock));
    }

    private static Asking asking() {
        return new Asking(server.address(), "national", password);
    }

    private static HttpResponse<String> record(String territory, String entry) throws Exception {
        return asking().post("/territories/" + territory + "/entries", entry);
    }

    private static String recordedAt(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).path("recordedAt").asString("");
    }

    private static String opened(LocalDate day) {
        return """
                {"type": "territory-opened", "effective": "%s", "name": "T", "kind": "city"}
                """.formatted(day);
    }

    private static String carrier(String carrier) {
        return """
                {"type": "coordination-carrier-changed", "effective": "%d", "carrier": "%s"}
                """.formatted(2020 + carrier.charAt(0) - 'a', carrier);
    }
}
