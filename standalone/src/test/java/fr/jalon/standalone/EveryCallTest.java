package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every call of the contract has in common, tried on each: none does anything that was not asked. */
class EveryCallTest {
    private static final int WAIT_MILLIS = (int) Duration.ofSeconds(60).toMillis();

    private final URI server = DemoServer.running().address();
    private final Asking national = new Asking(server, "national");

    /** A call with something in the place of each id, and a body of a type that it takes. */
    private record Call(String method, String path, String contentType) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryrun=true", "dry-run=true", "knowAt=2023-01-01", "x"})
    void a_parameter_that_it_does_not_have_is_refused(String parameter) throws Exception {
        JsonNode before = national.get("/territories?asOf=2023-06-01");
        for (Call call : calls()) {
            assertThat(answer(call, "?" + parameter))
                    .as(call.toString())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"unknown-parameter\"");
        }
        assertThat(national.get("/territories?asOf=2023-06-01")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf=%zz-private", "?=private", "?%ff=private", "?after=%c3%28-private"})
    void parameters_that_cannot_be_read_are_refused_and_logged_nowhere(String parameters) throws Exception {
        List<Call> calls = new ArrayList<>(calls());
        for (String path : List.of(
                "/api/v1/openapi.json",
                "/actuator",
                "/actuator/health",
                "/actuator/metrics/jvm.info",
                "/actuator/prometheus",
                "/error",
                "/nowhere")) {
            calls.add(new Call("GET", path, ""));
        }
        for (Call call : calls) {
            assertThat(answer(call, parameters))
                    .as(call.toString())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"bad-request\"")
                    .doesNotContain("private", "Exception");
        }
        assertThat(Files.readString(DemoServer.data().resolve("logs/jalon.log")))
                .doesNotContain("-private", "InvalidParameterException");
    }

    @Test
    void a_thousand_and_one_parameters_or_a_long_form_are_refused() throws Exception {
        for (Call call : calls()) {
            assertThat(answer(call, "?" + "a&".repeat(1_000) + "a"))
                    .as(call.toString())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"bad-request\"");
            if (call.method.equals("POST")) {
                Call form = new Call(call.method, call.path, "application/x-www-form-urlencoded");
                assertThat(answer(form, "", "dryRun=" + "x".repeat(64 << 10)))
                        .as(call.toString())
                        .startsWith("HTTP/1.1 400")
                        .contains("\"code\":\"bad-request\"");
            }
        }
    }

    private List<Call> calls() throws Exception {
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                national.get("/openapi.json").path("paths").properties()) {
            String filled = path.getKey()
                    .replace("{territory}", "marseille")
                    .replace("{entryId}", "e1000000-0000-4000-8000-000000000000")
                    .replace("{draft}", "e1000000-0000-4000-8000-00000000000d")
                    .replace("{person}", "coordinateur-lille-2023")
                    .replace("{organisation}", "mel")
                    .replace("{type}", "funding-granted")
                    .replace("{file}", "state.csv")
                    .replace("{name}", "nobody");
            assertThat(filled).as("every id has something in its place").doesNotContain("{");
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String type = method.getValue()
                        .at("/requestBody/content")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("");
                calls.add(new Call(method.getKey().toUpperCase(Locale.ROOT), filled, type));
            }
        }
        assertThat(calls).hasSizeGreaterThan(20).anyMatch(call -> call.method.equals("POST"));
        return calls;
    }

    private String answer(Call call, String parameters) throws IOException {
        return answer(call, parameters, call.contentType.isEmpty() ? "" : "{}");
    }

    /** Over a bare connection: no client would send such addresses. */
    private String answer(Call call, String parameters, String body) throws IOException {
        String account = Base64.getEncoder().encodeToString("national:jalon-demo".getBytes(StandardCharsets.UTF_8));
        String request = call.method + " " + call.path + parameters
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close"
                + "\r\nAccept-Language: en\r\nAuthorization: Basic " + account
                + (call.contentType.isEmpty() ? "" : "\r\nContent-Type: " + call.contentType) + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
