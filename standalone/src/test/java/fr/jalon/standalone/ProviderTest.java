package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider of tokens that is brought along, as programs and browsers meet it. */
class ProviderTest {
    private static final URI SERVER = DemoServer.running().address();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BACK = "http://127.0.0.1:9/signed-in";
    private static final String VERIFIER = "a-secret-of-the-program-that-nobody-else-has-0123456789";

    private final Browser browser = new Browser(SERVER);

    @Test
    void it_says_where_everything_is_and_shows_no_secret() throws Exception {
        JsonNode about = json(get("/.well-known/openid-configuration"));
        HttpResponse<String> keys =
                get(URI.create(about.path("jwks_uri").asString("")).getPath());

        assertThat(about.path("issuer").asString("")).isEqualTo(SERVER.toString());
        assertThat(about.path("device_authorization_endpoint").asString("")).startsWith(SERVER.toString());
        assertThat(json(keys).path("keys")).hasSize(1);
        assertThat(json(keys).path("keys").get(0).propertyNames())
                .contains("x", "y")
                .doesNotContain("d");
    }

    @Test
    void its_key_is_for_its_owner_alone_to_read() throws IOException {
        Path key = DemoServer.data().resolve("keys/tokens.jwk");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_program_gets_a_token_for_its_account_and_comes_in_with_it() throws Exception {
        HttpResponse<String> answer = tokenFor("coordinator-lille", "jalon-demo", CLIENT);
        String token = json(answer).path("access_token").asString("");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("expires_in").asInt()).isBetween(240, 300);
        assertThat(territories(token).statusCode()).isEqualTo(200);
        assertThat(territories(token.substring(0, token.length() - 8) + "AAAAAAAA")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_wrong_password_gets_no_token_and_guessing_is_ended() throws Exception {
        HttpClient guesser = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.77"))
                .build();
        HttpResponse<String> answer = tokenFor("auditor", "wrong", guesser);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").asString("")).isEqualTo("invalid_client");
        for (int i = 0; i < 30 && answer.body().contains("invalid_client"); i++) {
            answer = tokenFor("auditor", "wrong" + i, guesser);
        }
        assertThat(json(answer).path("error").asString("")).isEqualTo("temporarily_unavailable");
        assertThat(tokenFor("national", "wrong", guesser).body()).contains("temporarily_unavailable");
        assertThat(tokenFor("coordinator-nantes", "jalon-demo", CLIENT).statusCode())
                .as("from elsewhere")
                .isEqualTo(200);
    }

    @Test
    void a_device_is_let_in_once_its_code_was_typed_and_allowed() throws Exception {
        JsonNode device = askForDevice();
        assertThat(poll(device).body()).contains("authorization_pending");

        HttpResponse<String> done = allow(device, "allow");

        assertThat(done.body()).contains("The program is let in");
        JsonNode tokens = json(poll(device));
        assertThat(territories(tokens.path("access_token").asString("")).statusCode())
                .isEqualTo(200);
        assertThat(poll(device).body()).as("a second time").contains("error").doesNotContain("access_token");
    }

    @Test
    void a_device_that_is_refused_gets_nothing() throws Exception {
        JsonNode device = askForDevice();

        assertThat(allow(device, "deny").body()).contains("The program is not let in");
        assertThat(poll(device).body()).contains("access_denied");
    }

    @Test
    void opening_the_address_with_a_code_lets_nobody_in_before_they_say_so() throws Exception {
        JsonNode device = askForDevice();
        browser.signIn("auditor", "jalon-demo");

        browser.open("/oauth2/device_verification?user_code="
                + device.path("user_code").asString(""));

        assertThat(poll(device).body()).contains("authorization_pending");
    }

    @Test
    void a_token_is_renewed_once_by_what_came_with_it_and_no_more_after_signing_out() throws Exception {
        JsonNode device = askForDevice();
        allow(device, "allow");
        JsonNode first = json(poll(device));
        JsonNode second = json(renew(first));

        assertThat(territories(second.path("access_token").asString("")).statusCode())
                .isEqualTo(200);
        String renewed = second.path("refresh_token").asString("");
        assertThat(form("/oauth2/revoke", Map.of("client_id", "jalon.cli", "token", renewed))
                        .statusCode())
                .isEqualTo(200);
        assertThat(renew(second).body()).contains("invalid_grant");
    }

    @Test
    void what_renews_a_token_and_is_used_twice_ends_it_altogether() throws Exception {
        JsonNode device = askForDevice();
        allow(device, "allow");
        JsonNode first = json(poll(device));
        JsonNode second = json(renew(first));

        assertThat(renew(first).body()).contains("invalid_grant");
        assertThat(renew(second).body()).contains("invalid_grant");
    }

    @Test
    void an_access_token_renews_nothing() throws Exception {
        JsonNode device = askForDevice();
        allow(device, "allow");
        String access = json(poll(device)).path("access_token").asString("");

        assertThat(form(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "client_id",
                                        "jalon.cli",
                                        "refresh_token",
                                        access))
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void an_account_cannot_be_used_as_a_program_without_its_password() throws Exception {
        assertThat(form("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", "auditor"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(form("/oauth2/device_authorization", Map.of("client_id", "auditor", "scope", "jalon"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_browser_brings_a_code_back_that_the_program_that_asked_makes_a_token_of_once() throws Exception {
        browser.signIn("auditor", "jalon-demo");
        String code = codeFor(challenge());

        assertThat(exchange(code, VERIFIER + "-of-another").body()).contains("invalid_grant");
        HttpResponse<String> tokens = exchange(codeFor(challenge()), VERIFIER);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        assertThat(territories(json(tokens).path("access_token").asString("")).statusCode())
                .isEqualTo(200);
        assertThat(json(tokens).path("id_token").asString("")).isNotEmpty();
    }

    @Test
    void a_browser_without_the_proof_of_its_program_gets_no_code() throws Exception {
        browser.signIn("auditor", "jalon-demo");

        assertThat(codeFor("")).contains("error=invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/other", "http://example.org/signed-in", "https://127.0.0.1/signed-in"})
    void a_code_is_sent_nowhere_but_to_the_address_that_is_known(String back) throws Exception {
        browser.signIn("auditor", "jalon-demo");

        assertThat(browser.open(authorize(back, challenge())).statusCode()).isEqualTo(400);
    }

    private String codeFor(String challenge) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(SERVER.resolve(authorize(BACK, challenge)))
                .header("Cookie", "jalon=" + browser.cookie("jalon"))
                .GET();
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(BACK);
        return location.contains("code=") ? location.replaceFirst(".*code=([^&]*).*", "$1") : location;
    }

    private static String authorize(String back, String challenge) {
        Map<String, String> query = new HashMap<>(Map.of(
                "response_type", "code", "client_id", "jalon.browser", "scope", "openid jalon", "redirect_uri", back));
        if (!challenge.isEmpty()) {
            query.put("code_challenge", challenge);
            query.put("code_challenge_method", "S256");
        }
        return "/oauth2/authorize?" + Browser.encoded(query);
    }

    private static String challenge() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static HttpResponse<String> exchange(String code, String verifier) throws Exception {
        return form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "jalon.browser",
                        "redirect_uri",
                        BACK,
                        "code",
                        code,
                        "code_verifier",
                        verifier));
    }

    private static JsonNode askForDevice() throws Exception {
        return json(form("/oauth2/device_authorization", Map.of("client_id", "jalon.cli", "scope", "jalon")));
    }

    private static HttpResponse<String> poll(JsonNode device) throws Exception {
        return form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "client_id",
                        "jalon.cli",
                        "device_code",
                        device.path("device_code").asString("")));
    }

    private HttpResponse<String> allow(JsonNode device, String answer) throws Exception {
        String code = device.path("user_code").asString("");
        assertThat(browser.open("/oauth2/device_verification?user_code=" + code).body())
                .as("nobody is signed in")
                .contains("name=\"password\"");
        HttpResponse<String> question = browser.signIn("auditor", "jalon-demo");
        assertThat(question.body()).contains(code, "auditor");
        Map<String, String> form = new HashMap<>(
                Map.of("client_id", "jalon.cli", "state", Browser.field(question, "state"), "user_code", code));
        if (answer.equals("allow")) {
            form.put("scope", "jalon");
        }
        return browser.post("/oauth2/device_verification", form);
    }

    private static HttpResponse<String> renew(JsonNode tokens) throws Exception {
        return form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "jalon.cli",
                        "refresh_token",
                        tokens.path("refresh_token").asString("")));
    }

    private static HttpResponse<String> tokenFor(String account, String password, HttpClient client) throws Exception {
        String pair = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(SERVER.resolve("/oauth2/token"))
                        .header("Authorization", "Basic " + pair)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=jalon"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> form(String path, Map<String, String> form) throws Exception {
        return CLIENT.send(new Browser(SERVER).posting(path, form).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> territories(String token) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(SERVER.resolve("/api/v1/territories"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(SERVER.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
