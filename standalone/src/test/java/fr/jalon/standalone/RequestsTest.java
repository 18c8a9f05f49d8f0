package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests that are shipped for editors: each is answered as it says, and no call of the contract lacks one. */
class RequestsTest {
    private static final Path REQUESTS = Path.of("../requests");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    /** It takes what this very register told before, and nothing that could be written down here. */
    private static final Set<String> ONLY_REFUSED = Set.of("post /api/v1/erasures");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI server = DemoServer.running().address();
    private final Asking national = new Asking(server, "national");
    private final List<HttpFile.Request> requests = requests();

    @Test
    void each_is_answered_as_it_says() throws Exception {
        for (HttpFile.Request request : requests) {
            answeredAsItSays(request);
        }
        settle();
    }

    @Test
    void what_is_recorded_again_changes_nothing() throws Exception {
        List<HttpFile.Request> recording = requests.stream()
                .filter(request -> request.method().equals("POST"))
                .filter(request -> request.url().contains("/entries"))
                .toList();
        for (HttpFile.Request request : recording) {
            answeredAsItSays(request);
        }
        List<JsonNode> history = national.history("essai");

        for (HttpFile.Request request : recording) {
            answeredAsItSays(request);
        }

        assertThat(history).isNotEmpty();
        assertThat(national.history("essai")).isEqualTo(history);
    }

    @Test
    void every_operation_of_the_contract_has_one_that_is_meant_to_succeed() throws Exception {
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                national.get("/openapi.json").path("paths").properties()) {
            String form = path.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            for (String method : path.getValue().propertyNames()) {
                boolean has = requests.stream()
                        .filter(request -> request.method().equals(method.toUpperCase(Locale.ROOT)))
                        .filter(request -> request.isMeant(200))
                        .anyMatch(request -> URI.create(request.url()).getPath().matches(form));
                if (!has) {
                    without.add(method + " " + path.getKey());
                }
            }
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(ONLY_REFUSED);
    }

    private static void answeredAsItSays(HttpFile.Request request) throws Exception {
        Answer answer = send(request);
        assertThat(request.isMeant(answer.status()))
                .as("%s answered %d: %s", request, answer.status(), answer.refusal())
                .isTrue();
    }

    private List<HttpFile.Request> requests() {
        try (Stream<Path> files = Files.list(REQUESTS)) {
            Map<String, String> variables = new HashMap<>();
            JsonMapper.shared()
                    .readTree(Files.readString(REQUESTS.resolve("http-client.env.json")))
                    .path("demo")
                    .forEachEntry((name, value) -> variables.put(name, value.stringValue()));
            assertThat(variables.put("host", server.toString())).isEqualTo("http://127.0.0.1:8080");
            List<HttpFile.Request> read = files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .flatMap(file -> HttpFile.read(file, variables).requests().stream())
                    .toList();
            assertThat(read).hasSizeGreaterThan(40);
            return read;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What came, with what was said where it was refused. */
    private record Answer(int status, String refusal) {}

    private static Answer send(HttpFile.Request request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(PATIENCE)
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        for (HttpFile.Header header : request.headers()) {
            builder.header(header.name(), header.name().equals("Authorization") ? basic(header) : header.value());
        }
        HttpResponse<InputStream> answer = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            // A stream of changes has no end; what is refused has one.
            boolean ends = answer.statusCode() / 100 != 2;
            String refusal = ends ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
            return new Answer(answer.statusCode(), refusal);
        }
    }

    /** Editors encode a name and a password that stand there in plain. */
    private static String basic(HttpFile.Header header) {
        String[] words = header.value().split(" ", -1);
        byte[] pair = (words[1] + ":" + words[2]).getBytes(StandardCharsets.UTF_8);
        return words[0] + " " + Base64.getEncoder().encodeToString(pair);
    }

    /** What was begun ends, so that it can be asked for again. */
    private void settle() throws Exception {
        for (String upkeep : List.of("/check", "/rebuild")) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (national.get(upkeep).path("state").asString("").equals("running")) {
                assertThat(System.nanoTime()).as(upkeep + " goes on and on").isLessThan(end);
                Thread.sleep(50);
            }
        }
    }
}
