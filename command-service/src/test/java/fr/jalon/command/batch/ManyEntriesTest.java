package fr.jalon.command.batch;

import static fr.jalon.command.api.SampleEntries.carrier;
import static fr.jalon.command.api.SampleEntries.opened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.api.CommandServer;
import fr.jalon.command.api.CommandServer.Answer;
import fr.jalon.command.api.SampleEntries;
import fr.jalon.events.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ManyEntriesTest {
    private static final String PATH = "/api/v1/entries";
    private static final String ID = "22222222-2222-4222-8222-222222222222";

    private static CommandServer server;

    @BeforeAll
    static void start() {
        server = new CommandServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void clear() {
        server.registers().clear();
    }

    @Test
    void each_line_gets_its_result_in_order_and_a_bad_one_breaks_nothing() {
        List<JsonNode> results = server.lines(
                "national",
                PATH,
                String.join(
                        "\n",
                        opened("lille"),
                        "",
                        in("lille", carrier(ID, "adpei", "2019")) + "\r",
                        "{nonsense",
                        "{\"note\": \"" + "x".repeat(1 << 20) + "\"}",
                        in("lille", carrier(ID, "adpei", "2019")),
                        in("lille", carrier(ID, "hpf", "2019")),
                        in("lille", carrier(null, "adpei", "2020")),
                        "   ",
                        in("lyon", carrier(null, "adpei", "2020")),
                        carrier(null, "adpei", "2020"),
                        in("lille", carrier(null, "hpf", "2021"))));
        assertThat(results.stream().map(ManyEntriesTest::summary))
                .containsExactly(
                        "1 recorded 1",
                        "3 recorded 2",
                        "4 malformed malformed-entry",
                        "5 malformed line-too-long",
                        "6 already-recorded 2",
                        "7 conflict entry-id-taken",
                        "8 refused carrier-unchanged",
                        "10 unknown-territory unknown-territory",
                        "11 malformed malformed-entry",
                        "12 recorded 3");
        JsonNode refused = results.get(6);
        assertThat(refused.at("/errors/0/entry").stringValue()).isEqualTo(ID);
        assertThat(refused.at("/errors/0/details/en").stringValue()).isNotBlank();
        assertThat(results.get(1).get("recordedAt").stringValue()).isEqualTo("2026-11-23T10:00:02.000001Z");
    }

    @Test
    void sending_it_all_again_changes_nothing() {
        String lines = opened("lille") + "\n" + in("lille", carrier(ID, "adpei", "2019")) + "\n";
        String withIds = lines.replaceFirst("\\{", "{\"entryId\": \"33333333-3333-4333-8333-333333333333\", ");
        server.lines("national", PATH, withIds);
        assertThat(server.lines("national", PATH, withIds).stream().map(ManyEntriesTest::summary))
                .containsExactly("1 already-recorded 1", "2 already-recorded 2");
    }

    @Test
    void many_lines_of_many_territories_keep_their_order() {
        List<String> territories = List.of("paris", "lyon", "lille", "nantes");
        String opening = territories.stream().map(SampleEntries::opened).collect(Collectors.joining("\n"));
        String rest = IntStream.range(0, 2000)
                .mapToObj(i -> in(
                        territories.get(i % 4),
                        carrier(null, "carrier-" + i % 3, "2020-01-01")
                                .replace("coordination-carrier-changed", "watchpoint-raised")
                                .replace("\"carrier\": \"carrier-" + i % 3 + "\"", watchpoint(i))))
                .collect(Collectors.joining("\n"));
        List<JsonNode> results = server.lines("national", PATH, opening + "\n" + rest);
        assertThat(results).hasSize(2004);
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).get("line").intValue()).isEqualTo(i + 1);
            assertThat(results.get(i).get("position").intValue())
                    .as(results.get(i).toString())
                    .isEqualTo(i / 4 + 1);
        }
    }

    @Test
    void territories_are_recorded_side_by_side() {
        server.lines("national", PATH, opened("paris") + "\n" + opened("lyon"));
        CyclicBarrier bothAtOnce = new CyclicBarrier(2);
        server.registers().beforeEach(() -> await(bothAtOnce));
        assertThat(server.lines(
                        "national",
                        PATH,
                        in("paris", carrier(null, "a", "2020")) + "\n" + in("lyon", carrier(null, "b", "2020"))))
                .allSatisfy(
                        result -> assertThat(result.get("status").stringValue()).isEqualTo("recorded"));
    }

    @Test
    void results_come_while_lines_are_still_being_sent() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            HttpRequest signedIn = server.as("national", PATH).build();
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                            + "Content-Type: application/x-ndjson\r\nAuthorization: "
                            + signedIn.headers().firstValue("Authorization").orElseThrow() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            chunk(out, opened("lille") + "\n");
            assertThat(summary(Json.parse(nextResult(in)))).isEqualTo("1 recorded 1");
            chunk(out, in("lille", carrier(null, "adpei", "2019")) + "\n");
            assertThat(summary(Json.parse(nextResult(in)))).isEqualTo("2 recorded 2");
        }
    }

    @Test
    @Timeout(60)
    void one_account_has_a_share_of_the_imports_and_another_imports_meanwhile() throws IOException {
        try (Socket first = begun();
                Socket second = begun()) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            Answer third = server.send(server.as("coordinator-nantes", PATH)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(opened("nantes"))));
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.at("/code")).isEqualTo("too-many-at-once");
            assertThat(third.header("Retry-After")).isEqualTo("5");

            assertThat(server.lines("coordinator-lyon", PATH, opened("lyon")).stream()
                            .map(ManyEntriesTest::summary))
                    .containsExactly("1 recorded 1");
        }
    }

    /** An import of a coordinator that has had one result and goes on. */
    private static Socket begun() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        HttpRequest signedIn = server.as("coordinator-nantes", PATH).build();
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-ndjson\r\nAuthorization: "
                        + signedIn.headers().firstValue("Authorization").orElseThrow() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        chunk(out, "{nonsense\n");
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(nextResult(in)).contains("malformed");
        return socket;
    }

    @Test
    @Timeout(60)
    void a_sender_that_leaves_in_mid_line_records_no_half_line() throws IOException {
        server.lines("national", PATH, opened("lille"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            HttpRequest signedIn = server.as("national", PATH).build();
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                            + "Content-Type: application/x-ndjson\r\nAuthorization: "
                            + signedIn.headers().firstValue("Authorization").orElseThrow() + "\r\n\r\n"
                            + in("lille", carrier(null, "adpei", "2019")) + "\n"
                            + in("lille", carrier(null, "hpf", "2020")))
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (server.registers().position("lille") < 2) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
        assertThat(server.lines("national", PATH, in("lille", carrier(null, "x", "2021"))).stream()
                        .map(ManyEntriesTest::summary))
                .containsExactly("1 recorded 3");
    }

    @Test
    void a_dry_run_judges_each_line_after_those_accepted_before_it_and_records_nothing() {
        List<JsonNode> results = server.lines(
                "national",
                PATH + "?dryRun=true",
                String.join(
                        "\n",
                        in("lille", carrier(null, "adpei", "2019")),
                        opened("lille"),
                        in("lille", carrier(ID, "adpei", "2019")),
                        in("lille", carrier(ID, "adpei", "2019")),
                        in("lille", carrier(null, "adpei", "2020"))));
        assertThat(results.stream().map(ManyEntriesTest::summary))
                .containsExactly(
                        "1 unknown-territory unknown-territory",
                        "2 accepted 1",
                        "3 accepted 2",
                        "4 already-recorded 2",
                        "5 refused carrier-unchanged");
        assertThat(results.get(2).get("dryRun").booleanValue()).isTrue();
        assertThat(server.registers().position("lille")).isZero();
    }

    @Test
    void a_coordinator_records_the_lines_of_their_territory_alone() {
        server.lines("national", PATH, opened("lille") + "\n" + opened("lyon"));
        assertThat(server
                        .lines(
                                "coordinator-lille",
                                PATH,
                                in("lyon", carrier(null, "a", "2019")) + "\n" + in("lille", carrier(null, "a", "2019")))
                        .stream()
                        .map(ManyEntriesTest::summary))
                .containsExactly("1 forbidden not-your-territory", "2 recorded 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "funder-mel"})
    void who_records_nothing_is_told_so_at_once(String name) {
        assertThat(post(name, "application/x-ndjson").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/vnd.ms-excel", "text/plain"})
    void other_forms_are_not_taken(String type) {
        assertThat(post("national", type).status()).isEqualTo(415);
    }

    @Test
    void a_failure_is_its_lines_alone() {
        server.registers().beforeEach(() -> {
            throw new IllegalStateException("broken machinery");
        });
        assertThat(server.lines("national", PATH, opened("lille") + "\n" + "{").stream()
                        .map(ManyEntriesTest::summary))
                .containsExactly("1 failed internal-error", "2 malformed malformed-entry");
    }

    @Test
    void twenty_thousand_lines_pass_through_one_request() {
        String lines = "{\"type\": \"no-such-type\"}\n".repeat(20_000);
        assertThat(server.lines("national", PATH, lines)).hasSize(20_000);
    }

    private static Answer post(String name, String type) {
        return server.send(server.as(name, PATH).header("Content-Type", type).POST(BodyPublishers.ofString("x")));
    }

    private static String summary(JsonNode result) {
        String last = result.has("position")
                ? result.get("position").asString()
                : result.get("code").stringValue();
        return result.get("line").asString() + " " + result.get("status").stringValue() + " " + last;
    }

    private static String in(String territory, String json) {
        return json.replaceFirst("\\{", "{\"territory\": \"" + territory + "\", ");
    }

    private static String watchpoint(int i) {
        return "\"watchpoint\": {\"id\": \"w-" + i + "\", \"name\": \"W\"}, \"kind\": \"risk\", \"topic\": \"t\"";
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String nextResult(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
