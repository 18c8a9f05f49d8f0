package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.TestCluster;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** A server with a data directory of its own, in whose answers and files a test looks for a marked word. */
final class MarkedRegister implements AutoCloseable {
    static final String MARK = "Marquesnoy";

    /** A second account of the national team, and its password. */
    static final String SECOND = "national-2";

    private static final String SECONDS_PASSWORD = "brume-tilleul-42-horizon";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path data;
    private StandaloneServer server;

    private MarkedRegister(Path data) {
        this.data = data;
        this.server = started(data);
    }

    static MarkedRegister in(Path data) throws IOException {
        TestCluster.into(data);
        return new MarkedRegister(data);
    }

    private static StandaloneServer started(Path data) {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true));
    }

    /** Once it was closed. */
    void start() {
        server = started(data);
    }

    @Override
    public void close() {
        server.close();
    }

    URI address() {
        return server.address();
    }

    void addSecond() throws Exception {
        post("/accounts", """
                {"name": "%s", "roles": ["national"], "password": "%s"}""".formatted(SECOND, SECONDS_PASSWORD), 201);
    }

    void awaitRead(int position) throws Exception {
        assertThat(send("national", "GET", "/territories/lille?minPosition=" + position, "")
                        .statusCode())
                .isEqualTo(200);
    }

    String post(String path, String body, int expected) throws Exception {
        return post("national", path, body, expected);
    }

    String post(String account, String path, String body, int expected) throws Exception {
        HttpResponse<byte[]> answer = send(account, "POST", path, body);
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(said).isEqualTo(expected);
        return said;
    }

    HttpResponse<byte[]> send(String account, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(account, method, path, body, "fr");
    }

    HttpResponse<byte[]> send(String account, String method, String path, String body, String language)
            throws IOException, InterruptedException {
        String credentials = account + ":" + (account.equals(SECOND) ? SECONDS_PASSWORD : "jalon-demo");
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The answer with its headers, and all texts of the files that are packed in it. */
    String all(String account, String path) throws IOException, InterruptedException {
        return all(account, path, "fr");
    }

    String all(String account, String path, String language) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(account, "GET", path, "", language);
        return answer.headers().map() + FoundText.in(answer.body());
    }

    String body(String account, String path) throws IOException, InterruptedException {
        return FoundText.in(send(account, "GET", path, "").body());
    }
}
