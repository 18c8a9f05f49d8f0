package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.TestCluster;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole process that is told to log all it can, and is sent a mark wherever anybody may write something: what people
 * write, their names and their passwords are in no line of its log, and no line is forged.
 */
@Tag("long")
@Timeout(300)
class PersonalDataTest {
    private static final String MARK = "Zoezmark";
    private static final String NAME = MARK + "\\r\\n2026-01-01T00:00:00.000Z ERROR [-] forged: Dupont\\u2028\\u0085";
    private static final Pattern LINE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [A-Z]+ .*");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static URI address;

    private static final List<Integer> STATUSES = new ArrayList<>();
    private static List<String> log = List.of();
    private static String security = "";
    private static String said = "";

    @BeforeAll
    static void send() throws Exception {
        TestCluster.into(data);
        Path error = Files.createTempFile(Path.of("target"), "marked", ".err");
        ServerProcess server =
                ServerProcess.start(Redirect.to(error.toFile()), "demo", data, "-Dlogging.level.root=debug");
        try {
            address = server.address();
            sendMarks();
        } finally {
            server.stop();
        }
        said = Files.readString(error);
        Files.delete(error);
        log = Files.readAllLines(data.resolve("logs/jalon.log"));
        security = Files.readString(data.resolve("logs/security.log"));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void it_was_logged_at_length_and_what_was_sent_met_every_kind_of_answer() {
        assertThat(log).hasSizeGreaterThan(500).anyMatch(line -> line.contains(" DEBUG "));
        assertThat(STATUSES).contains(200, 201, 400, 401, 403, 404, 409, 415, 422);
    }

    @Test
    void no_log_holds_what_was_written_typed_or_asked() throws IOException {
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            for (Path each : logs.toList()) {
                assertThat(Files.readAllLines(each)).as(each.toString()).noneMatch(PersonalDataTest::isMarked);
            }
        }
        assertThat(said.lines()).noneMatch(PersonalDataTest::isMarked);
    }

    @Test
    void every_event_is_one_line_and_no_line_is_forged() {
        assertThat(log).allMatch(line -> LINE.matcher(line).matches()).noneMatch(line -> line.contains("forged"));
        assertThat(security.lines()).allMatch(line -> LINE.matcher(line).matches());
    }

    @Test
    void the_security_log_says_who_signed_in_and_who_did_not_what_was_refused_carried_away_and_kept_up() {
        assertThat(security)
                .contains(
                        "signed-in account=national ",
                        "sign-in-failed account=auditor ",
                        "sign-in-failed account=unknown ",
                        "refused status=403 code=not-your-territory account=coordinator-lyon ",
                        "refused status=401 ",
                        "exported account=auditor what=audit-pack territory=lille",
                        "exported account=auditor what=replay territory=lille",
                        "upkeep account=national what=check",
                        "upkeep account=national what=rebuild");
        assertThat(security.lines().filter(line -> line.contains("exported ")).count())
                .isGreaterThan(2);
    }

    private static boolean isMarked(String line) {
        return line.contains(MARK)
                || line.contains(Base64.getEncoder().encodeToString(MARK.getBytes(StandardCharsets.UTF_8)));
    }

    private static void sendMarks() throws Exception {
        String entry =
                """
                {"entryId": "%s", "type": "watchpoint-raised", "effective": "2024", "watchpoint": "essai", "kind": "need",
                 "description": "%s", "note": "%s",
                 "source": {"title": "%s", "locator": "%s", "speaker": {"id": "orateur", "name": "%s"}}}""".replace("%s", NAME).replaceFirst(Pattern.quote(NAME), "99999999-0000-4000-8000-000000000001");
        String person = """
                {"type": "coordinator-appointed", "effective": "2024", "person": {"id": "zoe", "name": "NAME"}, "note": "NAME"}""".replace("NAME", NAME);
        String lille = "/territories/lille/entries";
        String plain = entry.replace(NAME, MARK + " Dupont");
        post("national", lille, "application/json", plain);
        post("national", lille, "application/json", plain.replace("Dupont", "Durand"));
        post("national", lille, "application/json", person.replace(NAME, MARK + " Dupont"));
        post("national", lille, "application/json", entry);
        post("national", lille, "application/json", entry.replace("\"note\"", "\"url\""));
        post("national", lille, "application/json", entry.replace("\"need\"", "\"" + NAME + "\""));
        post("national", lille, "application/json", entry.replace("\"kind\"", "\"" + MARK + "\""));
        post("national", lille, "application/json", entry.replace("\"2024\"", "\"" + MARK + "\""));
        post("national", lille, "application/json", entry.replace("essai", MARK + " x"));
        post("national", lille, "application/json", "{\"" + MARK + "\": " + MARK);
        post("national", lille, "application/json", person);
        post("national", lille, "application/json", person);
        post("coordinator-lyon", lille, "application/json", person);
        post("national", lille, MARK + "/" + MARK, person);
        post("national", "/territories/" + MARK + "/entries", "application/json", person);
        post(
                "national",
                lille + "/99999999-0000-4000-8000-000000000001/retraction",
                "application/json",
                "{\"reason\": \"" + NAME + "\"}");
        post(
                "national",
                lille + "/99999999-0000-4000-8000-000000000001/retraction",
                "application/json",
                "{\"reason\": \"" + MARK + " Durand\"}");
        post(
                "national",
                lille + "/99999999-0000-4000-8000-000000000001/retraction",
                "application/json",
                "{\"reason\": \"" + MARK + " Dupont\"}");
        post("national", lille + "/" + MARK + "/retraction", "application/json", "{\"reason\": \"" + NAME + "\"}");
        String line = person.replace("{\"type\"", "{\"territory\": \"lille\", \"type\"");
        post("national", "/entries", "application/x-ndjson", line + "\n" + MARK + "\n" + line);
        post("national", "/entries", "text/csv", MARK + ";type;effective\n" + MARK + ";" + MARK + ";2024\n");
        post(
                "national",
                "/entries",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                MARK.repeat(50));
        for (String question : List.of(
                "/territories/lille",
                "/territories",
                "/territories/lille/history",
                "/territories/lille/agenda",
                "/territories/lille/timeline",
                "/territories/lille/picture?subject=coordinator",
                "/territories/lille/why?subject=coordinator",
                "/territories/lille/difference?from=2020&to=2025",
                "/territories/lille/replay",
                "/territories/lille/audit-pack",
                "/territories/lille/export/history?format=csv",
                "/export/state?format=json",
                "/territories/lille?asOf=" + MARK,
                "/territories/lille?knownAt=" + MARK,
                "/territories/lille?" + MARK + "=1",
                "/territories/lille/history?type=" + MARK,
                "/territories/lille/history?after=" + MARK,
                "/territories/" + MARK,
                "/territories/lille/entries/" + MARK,
                "/funders/" + MARK,
                "/funders/mel",
                "/entry-types/" + MARK,
                "/changes?after=" + MARK,
                "/log/entries/" + MARK + "/proof",
                "/" + MARK,
                "/territories/lille;" + MARK + "=1")) {
            answer("auditor", question, "GET", "", "application/json");
        }
        answer("national", "/check", "POST", "", "application/json");
        answer("national", "/rebuild", "POST", "", "application/json");
        answer("national", "/dead-letters/retry", "POST", "", "application/json");
        signIn("auditor", MARK);
        signIn(MARK, "jalon-demo");
        signIn(MARK + " " + MARK, MARK);
        STATUSES.add(CLIENT.send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/territories"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode());
        raw("GET /" + MARK + " " + MARK + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw("GET /api/v1/territories HTTP/1.1\r\nHost: " + MARK + "!\r\nX-Request-Id: " + MARK + " x\r\n" + MARK
                + "\r\n\r\n");
        raw("GET /api/v1/territories?q=%zz" + MARK + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + MARK + "=\"" + MARK
                + "\r\n\r\n");
        raw(MARK + "\r\n\r\n");
    }

    private static void post(String account, String path, String type, String body) throws Exception {
        answer(account, path, "POST", body, type);
    }

    private static void answer(String account, String path, String method, String body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("Authorization", basic(account, "jalon-demo"))
                .header("Content-Type", type)
                .header("User-Agent", MARK)
                .header("Referer", "http://localhost/" + MARK)
                .header("Accept-Language", MARK)
                .header("X-Request-Id", MARK + " is not safe")
                .header("X-Forwarded-For", MARK)
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isNotEqualTo(500);
        STATUSES.add(answer.statusCode());
    }

    private static void signIn(String name, String password) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/territories"))
                .header("Authorization", basic(name, password))
                .build();
        STATUSES.add(CLIENT.send(request, BodyHandlers.discarding()).statusCode());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static void raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }
}
