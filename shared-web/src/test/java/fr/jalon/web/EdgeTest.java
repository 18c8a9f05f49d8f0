package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class EdgeTest {
    private static SmallService service;
    private static Client client;

    @BeforeAll
    static void start() {
        service = new SmallService();
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
        "GET,  /api/v1/openapi.json",
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
                .isEqualTo("Actor[name=coordinator-lille, role=COORDINATOR, scope=lille]");
        assertThat(client.send(client.as("funder-mel", "/things/me")).body())
                .isEqualTo("Actor[name=funder-mel, role=FUNDER, scope=mel]");
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
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        return log;
    }

    /** Nothing that was sent is told, nor where something went wrong inside. */
    private static void assertQuiet(ListAppender<ILoggingEvent> log) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains("private"));
        assertThat(log.list).noneMatch(event -> event.getThrowableProxy() != null);
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
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))),
                413,
                "too-large");
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
