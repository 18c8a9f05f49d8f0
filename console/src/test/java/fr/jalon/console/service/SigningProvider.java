package fr.jalon.console.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A provider that lets everybody in, grants more scopes than it is asked for, and signs what it tells of people. */
final class SigningProvider implements AutoCloseable {
    /** The token with which people come back. */
    static final String TOKEN = "of-somebody-of-lille";

    private static final String JSON = "application/json";

    private final HttpServer server;
    private final RSAKey key;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile String nonce = "";

    SigningProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("of-the-provider").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths that were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            switch (path) {
                case "/.well-known/openid-configuration" -> send(exchange, JSON, text(configuration()));
                case "/keys" -> send(exchange, JSON, text(new JWKSet(key.toPublicJWK()).toJSONObject()));
                case "/authorize" -> sendBack(exchange);
                case "/token" -> send(exchange, JSON, text(tokens()));
                case "/userinfo" -> send(exchange, "application/jwt", signed("somebody"));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private Map<String, Object> configuration() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "userinfo_endpoint", issuer() + "/userinfo",
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("code"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "userinfo_signing_alg_values_supported", List.of("RS256"));
    }

    private Map<String, Object> tokens() {
        return Map.of(
                "access_token",
                TOKEN,
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "scope",
                "openid profile email jalon",
                "id_token",
                signed("somebody"));
    }

    private void sendBack(HttpExchange exchange) throws IOException {
        Map<String, String> question = UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        nonce = String.valueOf(question.get("nonce"));
        URI back = URI.create(URLDecoder.decode(String.valueOf(question.get("redirect_uri")), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("Location", back + "?code=let-in&state=" + question.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private String signed(String subject) {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(subject)
                        .audience("jalon.browser")
                        .claim("nonce", nonce)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String text(Object answer) {
        return JsonMapper.shared().writeValueAsString(answer);
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
