package fr.jalon.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account who asks a server, as a test sees it. */
public record Asking(URI server, String account, String password) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** For one answer: nobody waits for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** One of the demonstration's accounts. */
    public Asking(URI server, String account) {
        this(server, account, "jalon-demo");
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, "", "application/json");
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, path.startsWith("/entries") ? "application/x-ndjson" : "application/json");
    }

    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, body, "application/json");
    }

    /** What becomes of a file of entries of this type. */
    HttpResponse<String> post(String path, String type, byte[] file) throws IOException, InterruptedException {
        return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(file), type);
    }

    /** The same, on condition that the register is where the author read it (<i>If-Match</i>). */
    HttpResponse<String> post(String path, String body, long position) throws IOException, InterruptedException {
        return CLIENT.send(
                request(path, "application/json")
                        .header("If-Match", "\"" + position + "\"")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** All of a register in the order of its positions, of which none may be missing. */
    List<JsonNode> history(String territory) throws IOException, InterruptedException {
        List<JsonNode> held = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/territories/" + territory + "/history?limit=500" + after);
            for (JsonNode item : page.path("entries")) {
                held.add(item);
                if (item.path("position").longValue() != held.size()) {
                    throw new AssertionError("Not contiguous at " + held.size() + ": " + item);
                }
            }
            after = page.path("next").isString() ? "&after=" + page.path("next").stringValue() : "";
        } while (!after.isEmpty());
        return held;
    }

    /** What the self-check finds, run now. */
    JsonNode check() throws IOException, InterruptedException {
        HttpResponse<String> asked = post("/check", "");
        if (asked.statusCode() != 202) {
            throw new AssertionError("/check answered " + asked.statusCode() + ": " + asked.body());
        }
        JsonNode answer = get("/check");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answer.path("state").asString("").equals("running")) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("The check goes on and on: " + answer);
            }
            Thread.sleep(50);
            answer = get("/check");
        }
        return answer;
    }

    /** An answer as text, which is asked for. */
    String text(String path) throws IOException, InterruptedException {
        return text(path, "text/plain");
    }

    /** An answer as text, of whatever type is asked for. */
    String text(String path, String type) throws IOException, InterruptedException {
        return answer(path, type).body();
    }

    /** An answer whole, of whatever type is asked for. */
    HttpResponse<String> answer(String path, String type) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                        .header("Authorization", credentials())
                        .header("Accept", type)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** An answer as bytes. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                        .header("Authorization", credentials())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** What is answered to whoever takes nothing but this type. */
    HttpResponse<String> accepting(String type, String method, String path) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body =
                method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("{}");
        HttpRequest request = request(path, path.startsWith("/entries") ? "application/x-ndjson" : "application/json")
                .header("Accept", type)
                .method(method, body)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    int status(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "application/json").statusCode();
    }

    /** What it says of its health, ill or well. */
    JsonNode health() throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create(server + "/actuator/health"))
                .header("Authorization", credentials())
                .build();
        return JsonMapper.shared()
                .readTree(CLIENT.send(health, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    /** What is measured, as Prometheus collects it. */
    String metrics() throws IOException, InterruptedException {
        HttpRequest metrics = HttpRequest.newBuilder(URI.create(server + "/actuator/prometheus"))
                .header("Authorization", credentials())
                .build();
        return CLIENT.send(metrics, HttpResponse.BodyHandlers.ofString()).body();
    }

    boolean isHealthy() {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create(server + "/actuator/health"))
                    .build();
            return CLIENT.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> send(String method, String path, String body, String type)
            throws IOException, InterruptedException {
        return send(method, path, HttpRequest.BodyPublishers.ofString(body), type);
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String type)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, type).method(method, body).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", credentials())
                .header("Content-Type", type);
    }

    private String credentials() {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
