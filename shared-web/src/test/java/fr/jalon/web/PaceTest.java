package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.account.DemoAccounts;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Nobody holds a connection open for its own sake: a little now and then is not enough, in any direction. These tests
 * wait, all at once.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class PaceTest {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** What would take longer than any test waits. */
    private static final int FOR_EVER = 500;

    private static SmallService service;
    private static Client client;

    @BeforeAll
    static void start() {
        service = new SmallService(
                "--server.tomcat.connection-timeout=2s",
                "--jalon.pace.grace=2s",
                "--jalon.pace.bytes-per-second=200000");
        client = new Client(service.port());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_body_that_dribbles_is_told_so_and_dropped() throws Exception {
        try (Wire slow = new Wire(service.port())) {
            slow.send(post("Content-Length: 100000") + "{\"a\": \"");

            assertThat(slow.dribble("x", PAUSE, FOR_EVER)).isTrue();
            assertThat(slow.rest())
                    .startsWith("HTTP/1.1 408")
                    .contains("\"code\":\"request-timeout\"", "Connection: close");
        }
    }

    @Test
    void a_body_that_dribbles_behind_an_answer_that_did_not_wait_for_it_is_dropped() throws Exception {
        try (Wire slow = new Wire(service.port())) {
            slow.send("POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{");

            assertThat(slow.upTo("\"errors\":[]}")).startsWith("HTTP/1.1 401");
            assertThat(slow.dribble("x", PAUSE, FOR_EVER)).isTrue();
        }
    }

    @Test
    void a_short_body_behind_an_answer_that_did_not_wait_for_it_leaves_the_connection_to_the_next_request()
            throws IOException {
        String request = "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody";
        try (Wire quick = new Wire(service.port())) {
            quick.send(request);
            assertThat(quick.upTo("\"errors\":[]}")).startsWith("HTTP/1.1 401");
            quick.send(request);
            assertThat(quick.upTo("\"errors\":[]}")).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void a_body_that_stops_is_told_so_and_dropped() throws IOException {
        try (Wire silent = new Wire(service.port())) {
            silent.send(post("Content-Length: 100000") + "{\"a\": \"");

            assertThat(silent.rest()).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
        }
    }

    @Test
    void three_hundred_connections_whose_headers_dribble_are_all_dropped_and_others_are_answered() throws Exception {
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(new Wire(service.port()));
                slow.getLast().send("GET /things/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            }
            assertThat(client.send(client.as("auditor", "/things/me")).statusCode())
                    .isEqualTo(200);
            for (int i = 0; i < FOR_EVER && !slow.isEmpty(); i++) {
                Thread.sleep(PAUSE);
                slow.removeIf(PaceTest::isDropped);
            }
            assertThat(slow).isEmpty();
        } finally {
            for (Wire each : slow) {
                each.close();
            }
        }
    }

    @Test
    void an_answer_that_is_taken_in_too_slowly_ends_before_it_is_whole() throws Exception {
        int announced = 32 << 20;
        try (Wire slow = new Wire(service.port())) {
            slow.send("GET /things/large?bytes=" + announced + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + Client.basic("auditor", DemoAccounts.PASSWORD) + "\r\n\r\n");
            byte[] little = new byte[1024];
            for (int i = 0; i < 50 && slow.in().read(little) >= 0; i++) {
                Thread.sleep(PAUSE);
            }
            assertThat(restOf(slow)).isLessThan(announced / 2L);
        }
    }

    @Test
    void a_reader_with_patience_gets_the_same_answer_whole() throws IOException {
        int announced = 32 << 20;
        try (Wire quick = new Wire(service.port())) {
            quick.send("GET /things/large?bytes=" + announced + " HTTP/1.0\r\nHost: localhost\r\nAuthorization: "
                    + Client.basic("auditor", DemoAccounts.PASSWORD) + "\r\n\r\n");

            assertThat(quick.upTo("\r\n\r\n")).startsWith("HTTP/1.1 200");
            assertThat(restOf(quick)).isEqualTo(announced);
        }
    }

    @Test
    void a_body_in_good_time_is_taken() {
        assertThat(client.send(client.as("national", "/things")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
    }

    private static boolean isDropped(Wire wire) {
        try {
            boolean dropped = wire.dribble("x", Duration.ZERO, 1);
            if (dropped) {
                wire.close();
            }
            return dropped;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long restOf(Wire wire) {
        byte[] buffer = new byte[1 << 16];
        long read = 0;
        try {
            for (int more = wire.in().read(buffer); more >= 0; more = wire.in().read(buffer)) {
                read += more;
            }
        } catch (IOException reset) {
            // Nor was there more.
        }
        return read;
    }

    private static String post(String length) {
        return "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
                + "\r\nAuthorization: " + Client.basic("national", DemoAccounts.PASSWORD) + "\r\n\r\n";
    }
}
