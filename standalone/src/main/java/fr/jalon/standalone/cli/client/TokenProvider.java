package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where tokens come from (OpenID Connect), and as which program the command line asks for them there. */
public final class TokenProvider {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final String issuer;
    private final String program;

    TokenProvider(HttpClient client, String issuer, String program) {
        this.client = client;
        this.issuer = issuer.replaceFirst("/+$", "");
        this.program = program;
    }

    public String issuer() {
        return issuer;
    }

    String program() {
        return program;
    }

    /** Where it says that this is done, such as {@code token_endpoint}. */
    private String address(String endpoint) {
        HttpRequest request =
                request(issuer + "/.well-known/openid-configuration").build();
        String found = send(request).path(endpoint).asString("");
        if (found.isEmpty()) {
            throw unreachable();
        }
        return found;
    }

    /** Asks for something in the program's name, and gives the answer, a refusal too. */
    public JsonNode ask(String endpoint, Map<String, String> form) {
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(address(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=" + program + "&" + fields))
                .build());
    }

    private HttpRequest.Builder request(String address) {
        try {
            return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
        } catch (IllegalArgumentException none) {
            throw new Trouble(ExitCode.USAGE, Messages.say("server.no-address", address));
        }
    }

    private JsonNode send(HttpRequest request) {
        try {
            String body = client.send(request, BodyHandlers.ofString()).body();
            return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException | JacksonException none) {
            throw unreachable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable();
        }
    }

    private Trouble unreachable() {
        return new Trouble(ExitCode.UNAVAILABLE, Messages.say("login.no-provider", issuer));
    }
}
