package fr.jalon.standalone.server;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.AppendConnection;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.web.account.DemoAccounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demonstration has in its register: recorded through the public API, as anybody would. */
public final class Demo {
    /** The territory of the worked example, whose recorded times alone are simulated. */
    public static final String EXAMPLE = "marseille-exemple";

    private static final String EXAMPLE_METADATA = """
            {"actor":"national","role":"national","correlationId":"demo"}""";

    private static final List<Dated> EXAMPLE_ENTRIES = List.of(
            new Dated("2022-02-01T09:00:00Z", """
                    {"entryId": "e1000000-0000-4000-8000-000000000000", "territory": "marseille-exemple",
                     "type": "territory-opened", "effective": "[..2019]", "kind": "city", "departments": ["13"],
                     "name": "Marseille (exemple fictif : dates d'inscription simulées)"}
                    """),
            new Dated("2022-02-01T09:00:00.000001Z", """
                    {"entryId": "e1000000-0000-4000-8000-000000000001", "territory": "marseille-exemple",
                     "type": "coordination-carrier-changed", "effective": "2019",
                     "carrier": {"id": "adpei", "name": "ADPEI"}}
                    """),
            new Dated("2023-02-22T09:00:00Z", """
                    {"entryId": "e1000000-0000-4000-8000-000000000002", "territory": "marseille-exemple",
                     "type": "coordination-carrier-changed", "effective": "2023",
                     "carrier": {"id": "hpf", "name": "HPF"}}
                    """));

    private final StandaloneServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private record Dated(String recordedAt, String entry) {}

    public Demo(StandaloneServer server) {
        this.server = server;
    }

    /** Whether the data in a directory are marked as a demonstration's. */
    public static boolean isIn(Path data) {
        return DataKind.marked(data).filter(DataKind.DEMO::equals).isPresent();
    }

    /**
     * Records the example, if nothing was recorded before, and the case; again is harmless.
     *
     * @return how many entries of the case the register holds
     * @throws AnotherReadingException if one is refused because of what was recorded before
     */
    public int load() {
        boolean empty = isEmpty();
        if (empty) {
            loadExample();
        }
        return loadCase(empty);
    }

    private boolean isEmpty() {
        return read(send("GET", "/territories", "")).path("territories").isEmpty();
    }

    /**
     * The one place where recorded times are not those of the clock: an empty register, an example, a demonstration.
     * They come as what another log recorded does, for the writer's role may not give such.
     */
    private void loadExample() {
        EntryCodec codec = EntryCodec.CURRENT;
        Map<String, Long> positions = new HashMap<>();
        List<NewEvent> events = new ArrayList<>();
        for (Dated dated : EXAMPLE_ENTRIES) {
            Entry entry = EntryJson.read(dated.entry);
            long position = positions.merge(entry.territory(), 1L, Long::sum);
            events.add(new NewEvent(
                    entry.entryId(),
                    entry.territory(),
                    position,
                    ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(dated.recordedAt)),
                    codec.typeOf(entry),
                    codec.revisionOf(entry),
                    codec.encode(entry),
                    EXAMPLE_METADATA));
        }
        DataSource mirror = server.part(EmbeddedPostgres.class).dataSource(DatabaseRole.MIRROR);
        try (AppendConnection copying = AppendConnection.copying(mirror)) {
            copying.append(events);
        } catch (RefusedAppendException e) {
            throw new IllegalStateException("The example could not be loaded", e);
        }
    }

    private int loadCase(boolean empty) {
        HttpResponse<String> answer = send("POST", "/entries", caseLines());
        List<JsonNode> refused = answer.body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(result -> !result.path("status").asString("").endsWith("recorded"))
                .toList();
        if (answer.statusCode() == 200 && !refused.isEmpty() && !empty) {
            throw new AnotherReadingException(refused.getFirst().toString());
        }
        if (answer.statusCode() != 200 || !refused.isEmpty()) {
            throw new IllegalStateException("The case was not recorded whole: " + answer.statusCode() + " " + refused);
        }
        return (int) answer.body().lines().count();
    }

    /** The case, one entry a line. */
    public static String caseLines() {
        try (InputStream lines =
                Objects.requireNonNull(Demo.class.getResourceAsStream("/cases/convergence-2023.ndjson"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("The demonstration could not be loaded: " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        byte[] account = ("national:" + DemoAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account))
                .header("Content-Type", path.equals("/entries") ? "application/x-ndjson" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
