package fr.jalon.benchmarks;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A server's API as its users meet it, over HTTP; any answer that is no success ends the measurement. */
final class Api {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String credentials;

    /** The API of a demonstration at this address. */
    Api(URI server) {
        this(server, "jalon-demo");
    }

    /** The API of a server at this address, for its account {@code national}. */
    Api(URI server, String password) {
        this.base = URI.create(server + "/api/v1/");
        this.credentials =
                Base64.getEncoder().encodeToString(("national:" + password).getBytes(StandardCharsets.UTF_8));
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)), "application/json");
    }

    String post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(body), type);
    }

    void record(Entry entry) throws IOException, InterruptedException {
        post(
                "territories/" + entry.territory() + "/entries",
                "application/json",
                HttpRequest.BodyPublishers.ofString(EntryJson.write(entry)));
    }

    private String send(HttpRequest.Builder request, String type) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                request.header("Authorization", "Basic " + credentials)
                        .header("Content-Type", type)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(body);
        }
        return body;
    }
}
