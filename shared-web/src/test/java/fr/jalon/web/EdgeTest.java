package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.jalon.events.json.Json;
import fr.jalon.web.account.DemoAccounts;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.security.WrittenLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

@Timeout(300)
class EdgeTest {
    private static SmallService service;
    private static Client client;

    @BeforeAll
    static void start() {
        service = new SmallService("--jalon.requests.per-account=3", "--server.tomcat.connection-timeout=3s");
        client = new Client(service.port());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void health_needs_no_account() {
        HttpResponse<String> health = client.send(client.anonymous("/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(Client.json(health).get("status").stringValue()).isEqualTo("UP");
        assertThat(client.send(client.anonymous("/actuator/health/liveness")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /things/me",
        "GET,  /nowhere",
        "POST, /things",
        "GET,  /actuator/prometheus",
        "POST, /api",
        "POST, /actuator/health"
    })
    void everything_else_asks_to_sign_in(String method, String path) {
        HttpResponse<String> response = client.send(client.anonymous(path).method(method, BodyPublishers.noBody()));
        problem(response, 401, "not-signed-in");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_garbled_header_are_told_alike() {
        for (String claim : new String[] {
            Client.basic("national", "wrong"),
            Client.basic("user", "jalon-demo"),
            Client.basic("\u0000", "x"),
            "Basic ###",
            "Bearer x"
        }) {
            problem(client.send(client.anonymous("/things/me").header("Authorization", claim)), 401, "not-signed-in");
        }
    }

    @Test
    void each_account_acts_in_its_own_role() {
        assertThat(client.send(client.as("coordinator-lille", "/things/me")).body())
                .isEqualTo("Actor[name=coordinator-lille, mandates=[coordinator/lille]]");
        assertThat(client.send(client.as("funder-mel", "/things/me")).body())
                .isEqualTo("Actor[name=funder-mel, mandates=[funder/mel]]");
    }

    @Test
    void errors_of_every_kind_are_problem_documents() {
        problem(client.send(client.as("auditor", "/nowhere")), 404, "not-found");
        HttpResponse<String> method =
                client.send(client.as("auditor", "/things/me").DELETE());
        problem(method, 405, "method-not-allowed");
        assertThat(method.headers().firstValue("Allow")).hasValue("GET");
        problem(client.send(client.as("auditor", "/things/count?upTo=x")), 400, "invalid-parameter");
        problem(client.send(client.as("auditor", "/things/count")), 400, "invalid-parameter");
        problem(
                client.send(client.as("auditor", "/things/count?upTo=1").header("Accept", "image/png")),
                406,
                "not-acceptable");
        problem(post("text/plain", "{}"), 415, "unsupported-media-type");
        problem(post("application/json", "{"), 400, "malformed-entry");
        problem(client.send(client.as("auditor", "/things/%0D%0Ame")), 400, "bad-request");
        problem(client.send(client.as("auditor", "/things/%00")), 400, "bad-request");
        problem(client.send(client.as("auditor", "/things;x=1/me")), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/me?asOf=%zz-private",
                "/things/me?=private",
                "/things/me?asOf=%ff%fe-private",
                "/things/me?%zz=private",
                "/things/count?upTo=%zz-private",
                "/nowhere?x=%zz-private",
                "/error?x=%zz-private",
                "/actuator/health?x=%zz-private",
                "/actuator/metrics?x=%zz-private",
                "/actuator/metrics/jvm.info?tag=%zz-private",
                "/api/v1/openapi.json?x=%zz-private"
            })
    void parameters_that_cannot_be_read_are_refused_and_not_logged(String path) throws IOException {
        ListAppender<ILoggingEvent> log = listening();
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + Client.basic("national", "jalon-demo") + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).doesNotContain("private", "Exception");
        assertQuiet(log);
    }

    @Test
    void a_thousand_parameters_and_one_are_refused() {
        ListAppender<ILoggingEvent> log = listening();
        String many = "/things/me?" + "a&".repeat(1000) + "private";
        problem(client.send(client.as("national", many)), 400, "bad-request");
        assertQuiet(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things", "/things/me", "/things/done", "/nowhere", "/error", "/actuator/metrics"})
    void a_long_form_is_refused_wherever_it_is_sent(String path) {
        ListAppender<ILoggingEvent> log = listening();
        for (String form : new String[] {"private=" + "x".repeat(64 << 10), "private=%zz", "a&".repeat(1001)}) {
            problem(
                    client.send(client.as("national", path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))),
                    400,
                    "bad-request");
        }
        assertQuiet(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void a_garbled_form_of_another_method_is_no_failure_either(String method) {
        ListAppender<ILoggingEvent> log = listening();
        problem(
                client.send(client.as("national", "/things/me")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString("private=%zz"))),
                405,
                "method-not-allowed");
        assertQuiet(log);
    }

    @Test
    void what_is_sent_as_a_form_counts_as_parameters() {
        HttpResponse<String> form = client.send(client.as("national", "/things/done")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("dryRun=true")));
        problem(form, 400, "unknown-parameter");
        assertThat(Client.json(form).get("detail").stringValue()).contains("dryRun");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /things/me?a=1,               unknown-parameter",
        "GET,  /things/count?upTo=1&upto=2,  unknown-parameter",
        "GET,  /things/count?upTo=1&upTo=1,  repeated-parameter",
        "POST, /things/done?dryRun=true,     unknown-parameter",
        "POST, /things/made?dryrun=true,     unknown-parameter",
        "POST, /things/made?dry=1&dry=1,     repeated-parameter"
    })
    void a_parameter_that_a_call_does_not_have_or_has_twice_is_refused_by_name(
            String method, String path, String code) {
        problem(client.send(client.as("national", path).method(method, BodyPublishers.noBody())), 400, code);
    }

    @Test
    void an_argument_may_be_made_of_parameters() {
        HttpResponse<String> made =
                client.send(client.as("national", "/things/made?dry=1").POST(BodyPublishers.noBody()));
        assertThat(made.body()).isEqualTo("Wish[dry=1]");
    }

    private static ListAppender<ILoggingEvent> listening() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        loggers().forEach(logger -> logger.addAppender(log));
        return log;
    }

    /** Nothing that was sent is told, nor where something went wrong inside. */
    private static void assertQuiet(ListAppender<ILoggingEvent> log) {
        loggers().forEach(logger -> logger.detachAppender(log));
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains("private"));
        assertThat(log.list).noneMatch(event -> event.getThrowableProxy() != null);
    }

    /** A server of another test may keep the security log out of all others. */
    private static Stream<Logger> loggers() {
        return Stream.of(Logger.ROOT_LOGGER_NAME, SecurityLog.LOGGER)
                .map(name -> (Logger) LoggerFactory.getLogger(name));
    }

    @Test
    void no_answer_lets_another_site_read_it() {
        HttpResponse<String> read =
                client.send(client.as("auditor", "/things/me").header("Origin", "https://elsewhere.example"));
        HttpResponse<String> asked = client.send(client.anonymous("/things/me")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(List.of(read, asked))
                .allSatisfy(answer -> assertThat(answer.headers().map().keySet())
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-")));
    }

    @Test
    void a_request_is_never_sent_back() {
        HttpResponse<String> traced = client.send(
                client.as("auditor", "/things/me").header("X-Secret", "told").method("TRACE", BodyPublishers.noBody()));

        assertThat(traced.statusCode()).isBetween(400, 499);
        assertThat(traced.body()).doesNotContain("told");
    }

    @Test
    void an_internal_error_tells_nothing_of_the_inside() {
        HttpResponse<String> broken = client.send(client.as("auditor", "/things/broken"));
        problem(broken, 500, "internal-error");
        assertThat(broken.body()).doesNotContain("secret", "Exception", "fr.jalon.");
    }

    @Test
    void a_body_over_one_mebibyte_is_refused_announced_or_not() {
        byte[] large = new byte[(1 << 20) + 1];
        problem(
                client.send(client.as("national", "/things")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(large))),
                413,
                "too-large");
        problem(
                client.send(client.as("national", "/things")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "too-large");
    }

    @Test
    void a_body_of_one_mebibyte_to_the_byte_is_taken_announced_or_not() {
        byte[] allowed = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        allowed[0] = '1';
        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(allowed),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(allowed)))) {
            HttpResponse<String> taken = client.send(client.as("national", "/things")
                    .header("Content-Type", "application/json")
                    .POST(body));
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
            assertThat(taken.body()).isEqualTo("1");
        }
    }

    @Test
    void a_body_of_a_hundred_mebibytes_is_refused_though_it_never_comes() throws IOException {
        try (Wire wire = new Wire(service.port())) {
            wire.send(post("Content-Length: " + (100 << 20)));

            assertThat(wire.rest()).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
        }
    }

    @Test
    void a_body_that_never_ends_is_refused_once_a_mebibyte_has_come() throws IOException {
        try (Wire wire = new Wire(service.port())) {
            wire.send(post("Transfer-Encoding: chunked") + Integer.toHexString((1 << 20) + 1) + "\r\n["
                    + "0".repeat(1 << 20) + "\r\n");

            assertThat(wire.upTo("\"code\":\"too-large\""))
                    .startsWith("HTTP/1.1 413")
                    .contains("\"code\":\"too-large\"");
        }
    }

    @ParameterizedTest
    @MethodSource
    void json_made_to_cost_much_is_malformed(String body) {
        problem(post("application/json", body), 400, "malformed-entry");
    }

    static Stream<String> json_made_to_cost_much_is_malformed() {
        return Stream.of(
                "[".repeat(100_000),
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "1".repeat(1_000_000),
                "{\"a\": -" + "1".repeat(1_000_000) + "}",
                "{\"a\": 0." + "1".repeat(1_000_000) + "}",
                "{\"a\": 1e" + "9".repeat(1_000_000) + "}",
                "{\"" + "a".repeat(1_000_000) + "\": 1}",
                "\"" + "a".repeat(1_000_000) + "\"");
    }

    /** What was read of it when it was refused is what its reader had buffered, however long it is. */
    @Test
    void json_too_deep_or_too_long_is_refused_where_it_becomes_so() {
        AtomicLong read = new AtomicLong();
        for (String unit : List.of("[", "{\"a\":", "1")) {
            read.set(0);
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    return unit.charAt((int) (read.getAndIncrement() % unit.length()));
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    for (int i = 0; i < length; i++) {
                        into[from + i] = (byte) read();
                    }
                    return length;
                }
            };
            assertThatThrownBy(() -> Json.MAPPER.readTree(endless)).isInstanceOf(JacksonException.class);
            assertThat(read.get()).as(unit).isLessThan(1 << 18);
        }
    }

    @Test
    void an_answer_that_breaks_off_ends_its_connection_without_the_end_that_would_make_it_look_whole()
            throws IOException {
        try (Wire wire = new Wire(service.port())) {
            wire.send("GET /things/half HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + Client.basic("auditor", DemoAccounts.PASSWORD) + "\r\n\r\n");

            assertThat(wire.upTo("[1, 2]")).startsWith("HTTP/1.1 200");
            assertThat(wire.rest()).doesNotContain("0\r\n");
        }
    }

    private static String post(String length) {
        return "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
                + "\r\nAuthorization: " + Client.basic("national", DemoAccounts.PASSWORD) + "\r\n\r\n";
    }

    @Test
    void every_answer_says_that_nothing_in_it_is_to_be_run_framed_or_told_of() throws IOException {
        String signedIn =
                "Host: localhost\r\nAuthorization: " + Client.basic("auditor", DemoAccounts.PASSWORD) + "\r\n";
        for (String request : List.of(
                "GET /things/me HTTP/1.1\r\n" + signedIn,
                "HEAD /things/me HTTP/1.1\r\n" + signedIn,
                "OPTIONS /things/me HTTP/1.1\r\n" + signedIn,
                "TRACE /things/me HTTP/1.1\r\n" + signedIn,
                "PROPFIND /things/me HTTP/1.1\r\n" + signedIn,
                "GET /nowhere HTTP/1.1\r\n" + signedIn,
                "GET /things/broken HTTP/1.1\r\n" + signedIn,
                "GET /things/%0D%0Ame HTTP/1.1\r\n" + signedIn,
                "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n",
                "GET /things/me HTTP/1.1\r\nHost: localhost\r\n",
                "POST /things HTTP/1.1\r\n" + signedIn + "Content-Length: 999999999\r\n",
                "GET /things/me HTTP/1.1\r\n",
                "GET /a b HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET /things/me HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(20_000) + "\r\n",
                "nonsense\r\n")) {
            assertThat(raw(request + "\r\n").toLowerCase(Locale.ROOT))
                    .as(request)
                    .contains(
                            "content-security-policy: default-src 'none'; frame-ancestors 'none'\r\n",
                            "referrer-policy: no-referrer\r\n",
                            "cross-origin-resource-policy: same-origin\r\n",
                            "x-content-type-options: nosniff\r\n");
        }
    }

    @Test
    void a_refusal_is_one_line_of_the_security_log_with_who_and_where_and_nothing_that_was_sent() {
        try (WrittenLog log = new WrittenLog()) {
            client.send(client.as("auditor", "/things/forbidden?x=mark").header("User-Agent", "mark"));
            client.send(client.anonymous("/things/mark"));
            client.send(client.anonymous("/things/me").header("Authorization", Client.basic("mark", "mark")));

            assertThat(log.lines())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("refused status=403 code=forbidden account=auditor address=")
                                    .contains(" method=GET route=/things/forbidden "),
                            line -> assertThat(line)
                                    .startsWith("refused status=401 code=not-signed-in account=- address=")
                                    .contains(" route=- "),
                            line -> assertThat(line).startsWith("sign-in-failed account=unknown address="))
                    .noneMatch(line -> line.contains("mark") || line.contains("127.0.0.1"));
        }
    }

    @Test
    void refusals_by_the_thousand_fill_no_disk_and_are_counted() {
        try (WrittenLog log = new WrittenLog()) {
            for (int i = 0; i < 200; i++) {
                client.send(client.as("funder-mel", "/things/forbidden"));
            }
            assertThat(log.lines()).hasSizeBetween(10, 100);
        }
    }

    @Test
    void guessing_from_one_address_is_told_when_to_come_again_and_another_address_is_let_in() {
        Client guesser = client.from("127.0.0.66");
        HttpResponse<String> answer = guesser.send(guesser.anonymous("/things/me"));
        for (int i = 0; i < 50 && answer.statusCode() == 401; i++) {
            answer = guesser.send(guesser.anonymous("/things/me")
                    .header("Authorization", Client.basic("coordinator-rouen", "wrong-" + i)));
        }

        problem(answer, 429, "too-many-attempts");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(client.send(client.as("coordinator-rouen", "/things/me")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void one_account_with_too_much_under_way_is_asked_to_wait_and_others_are_answered() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> held = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                held.add(threads.submit(() -> client.send(client.as("coordinator-nantes", "/things/held"))));
            }
            service.awaitHeld(3);
            try {
                HttpResponse<String> refused = client.send(client.as("coordinator-nantes", "/things/me"));
                problem(refused, 429, "too-many-at-once");
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(client.send(client.as("coordinator-lille", "/things/me"))
                                .statusCode())
                        .isEqualTo(200);
            } finally {
                service.letGo();
            }
            for (Future<HttpResponse<String>> each : held) {
                assertThat(each.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
            assertThat(client.send(client.as("coordinator-nantes", "/things/me"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_hundred_mebibytes_are_refused_without_being_read() {
        problem(
                client.send(client.as("national", "/things")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[100 << 20]))),
                413,
                "too-large");
    }

    @Test
    void headers_and_addresses_too_large_and_garbled_requests_are_told_by_a_problem() throws IOException {
        String[] requests = {
            "GET /things/me HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /things/me HTTP/1.1\r\n\r\n",
            "GET /things/me HTTP/1.1\r\nHost: localhost\r\nX\u0000: 1\r\n\r\n"
        };
        for (String request : requests) {
            String answer = raw(request);
            assertThat(answer).as(request).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void french_is_spoken_unless_english_is_asked_for() {
        HttpRequest.Builder request = client.as("auditor", "/nowhere");
        assertThat(title(client.send(request.copy()))).isEqualTo("Il n'y a rien à cette adresse");
        assertThat(title(client.send(request.copy().header("Accept-Language", "de"))))
                .isEqualTo("Il n'y a rien à cette adresse");
        HttpResponse<String> english = client.send(request.copy().header("Accept-Language", "en-GB,fr;q=0.5"));
        assertThat(title(english)).isEqualTo("There is nothing at this address");
        assertThat(Client.json(english).at("/titles/fr").stringValue()).isEqualTo("Il n'y a rien à cette adresse");
        assertThat(english.headers().firstValue("Content-Language")).hasValue(Locale.ENGLISH.getLanguage());
    }

    @Test
    void a_sane_request_id_comes_back_and_another_is_replaced() {
        assertThat(requestId("import-7.2")).isEqualTo("import-7.2");
        assertThat(requestId("a b")).isNotEqualTo("a b").hasSize(36);
        assertThat(requestId("x".repeat(65))).hasSize(36);
    }

    private static String requestId(String sent) {
        return client.send(client.anonymous("/actuator/health").header("X-Request-Id", sent))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }

    private static HttpResponse<String> post(String type, String body) {
        return client.send(
                client.as("national", "/things").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static String title(HttpResponse<String> response) {
        return Client.json(response).get("title").stringValue();
    }

    private static void problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Client.json(response);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:jalon:problem:" + code);
        assertThat(problem.at("/titles/en").stringValue()).isNotBlank();
    }
}
