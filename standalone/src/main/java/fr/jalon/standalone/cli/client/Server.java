package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server, spoken to through its public API. Where it is and who asks: options, or else the environment. */
public final class Server {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BASE = "/api/v1";
    private static final String USUAL = "http://127.0.0.1:8080";

    @Option(names = "--url", descriptionKey = "server.url", paramLabel = "${bundle:label.url}")
    private @Nullable URI given;

    @Option(names = "--user", descriptionKey = "server.user", paramLabel = "${bundle:label.user}")
    private @Nullable String user;

    @Option(names = "--ca", descriptionKey = "server.ca", paramLabel = "${bundle:label.file}")
    private @Nullable Path authority;

    private @Nullable HttpClient client;

    /** Who asked last. */
    private WhoAsks.Proof asking = new WhoAsks.Proof(WhoAsks.NOBODY, Optional.empty());

    /** Where it is, as one and the same text however it was written. */
    public String address() {
        return url().toString().replaceFirst("/+$", "");
    }

    /** An answer in plain text. */
    public String text(String path) {
        return textIfAny(path)
                .orElseThrow(() -> new Trouble(ExitCode.UNAVAILABLE, Messages.say("server.unreachable", url())));
    }

    /** The same; nothing where the server has none to give. */
    public Optional<String> textIfAny(String path) {
        HttpResponse<InputStream> answer = send(request(path, Map.of()).GET().build());
        if (answer.statusCode() >= 400 && answer.statusCode() != 503) {
            read(answer);
        }
        try (InputStream body = answer.body()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return answer.statusCode() == 200 ? Optional.of(text) : Optional.empty();
        } catch (IOException broken) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("server.unreachable", url()));
        }
    }

    public JsonNode get(String path, Map<String, @Nullable String> query) {
        return read(send(request(path, query).GET().build()));
    }

    /**
     * What an answer that comes page by page holds under this name, as long as it is wanted.
     *
     * @param wanted takes one and says whether the next one is wanted too
     */
    public void each(String path, Map<String, @Nullable String> query, String name, Predicate<JsonNode> wanted) {
        Map<String, @Nullable String> page = new HashMap<>(query);
        do {
            JsonNode answer = get(path, page);
            for (JsonNode item : answer.path(name)) {
                if (!wanted.test(item)) {
                    return;
                }
            }
            page.put(
                    "after",
                    answer.path("next").isString() ? answer.path("next").stringValue() : null);
        } while (page.get("after") != null);
    }

    /** An answer as it comes, to be read while it is sent. */
    public InputStream open(String path, Map<String, @Nullable String> query) {
        HttpResponse<InputStream> answer = send(request(path, query).GET().build());
        if (answer.statusCode() >= 400) {
            read(answer);
        }
        return answer.body();
    }

    /** Sends an entry, or what is said of one. */
    public JsonNode post(String path, Map<String, @Nullable String> query, JsonNode body) {
        return read(send(request(path, query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build()));
    }

    public JsonNode post(String path) {
        return read(send(request(path, Map.of()).POST(BodyPublishers.noBody()).build()));
    }

    /** Sends a file of this form and gives the answer's lines as they come. */
    public InputStream stream(String path, Map<String, @Nullable String> query, FileForm form, BodyPublisher file) {
        HttpResponse<InputStream> answer = send(request(path, query)
                .header("Content-Type", form.mediaType())
                .POST(file)
                .build());
        if (answer.statusCode() >= 400) {
            read(answer);
        }
        return answer.body();
    }

    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path, Map<String, @Nullable String> query) {
        URI server = url();
        if (server.getHost() == null || !("http".equals(server.getScheme()) || "https".equals(server.getScheme()))) {
            throw new Trouble(ExitCode.USAGE, Messages.say("server.no-address", server));
        }
        String parameters = query.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + segment(Objects.requireNonNull(parameter.getValue())))
                .sorted()
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.resolve(BASE + path + (parameters.isEmpty() ? "" : "?" + parameters)))
                .header(
                        "Accept-Language",
                        Surroundings.current().language().locale().toLanguageTag());
        asking = WhoAsks.at(address(), user, client());
        asking.header().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private URI url() {
        URI named = given;
        if (named != null) {
            return named;
        }
        String said = Objects.requireNonNullElse(Surroundings.current().variable("JALON_URL"), USUAL);
        try {
            return URI.create(said);
        } catch (IllegalArgumentException none) {
            throw new Trouble(ExitCode.USAGE, Messages.say("server.no-address", said));
        }
    }

    /** Who issues tokens, reached as the server itself is. */
    public TokenProvider provider(@Nullable String issuer, String program) {
        return new TokenProvider(client(), issuer == null ? address() : issuer, program);
    }

    /** Ends that somebody signed in here; whether anybody was. */
    public boolean signOut() {
        return SavedLogin.end(address(), client());
    }

    private HttpClient client() {
        if (client == null) {
            Path trusted = authority();
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .sslContext(trusted == null ? UsualAuthorities.context() : TrustedAuthority.of(trusted))
                    .build();
        }
        return client;
    }

    private @Nullable Path authority() {
        String said = Surroundings.current().variable("JALON_CA");
        return authority == null && said != null ? Path.of(said) : authority;
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return client().send(request, BodyHandlers.ofInputStream());
        } catch (SSLHandshakeException notTrusted) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("server.not-trusted", url()));
        } catch (IOException unreachable) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("server.unreachable", url()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("server.unreachable", url()));
        }
    }

    private JsonNode read(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            if (answer.statusCode() < 400) {
                return JSON.readTree(body);
            }
            throw trouble(answer.statusCode(), body.readAllBytes());
        } catch (IOException broken) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("server.unreachable", url()));
        }
    }

    private Trouble trouble(int status, byte[] body) {
        int code = switch (status) {
            case 401, 403 -> ExitCode.NOT_ALLOWED;
            case 429, 500, 502, 503, 504 -> ExitCode.UNAVAILABLE;
            default -> ExitCode.REFUSED;
        };
        JsonNode problem = body.length > 0 && body[0] == '{' ? JSON.readTree(body) : JSON.createObjectNode();
        if (status == 401 && !problem.path("code").asString("").equals("second-factor-needed")) {
            return new Trouble(code, Messages.say(asking.who().refused()));
        }
        String title = problem.path("title").asString("HTTP " + status);
        String detail = problem.path("detail").asString("");
        StringBuilder sentences = new StringBuilder(detail.isEmpty() ? title : title + ". " + detail);
        problem.path("errors")
                .valueStream()
                .filter(error -> !error.path("detail").asString("").equals(detail))
                .forEach(error ->
                        sentences.append(System.lineSeparator()).append("  ").append(placed(error)));
        return new Trouble(code, sentences.toString());
    }

    /** What is wrong, after the field in which it is: what is missing names it already. */
    private static String placed(JsonNode error) {
        String pointer = error.path("pointer").asString("");
        String sentence = error.path("detail").asString("");
        return pointer.isEmpty() || error.path("code").asString("").startsWith("missing-")
                ? sentence
                : Messages.say("server.fault", pointer.substring(1).replace('/', '.'), sentence);
    }
}
