package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Services on a real Keycloak with the realm that is shipped: {@code ./jalon test KeycloakTest -Pkeycloak}. */
@EnabledIfSystemProperty(named = "jalon.keycloak", matches = ".+", disabledReason = "only with -Pkeycloak")
class KeycloakTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path directory;

    private static Keycloak keycloak;
    private static SmallService service;

    @BeforeAll
    static void start() throws Exception {
        keycloak = new Keycloak(Path.of(Objects.requireNonNull(System.getProperty("jalon.keycloak"))), directory);
        service = new SmallService(
                "--jalon.issuer=" + keycloak.realm(),
                "--jalon.account-claim=preferred_username",
                "--jalon.basic=false");
    }

    @AfterAll
    static void stop() {
        service.close();
        keycloak.close();
    }

    @Test
    void a_program_acts_in_the_role_that_it_was_given_there() throws Exception {
        HttpResponse<String> answer = ask(token(Keycloak.PROGRAM));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("service-account-" + Keycloak.PROGRAM, "lille");
    }

    @Test
    void a_program_without_a_role_may_nothing() throws Exception {
        HttpResponse<String> answer = ask(token(Keycloak.PROGRAM_WITHOUT_A_ROLE));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("jalon_roles");
    }

    @Test
    void the_command_line_is_shown_a_code() throws Exception {
        JsonNode device = post(device(), "client_id=jalon.cli&scope=jalon");

        assertThat(device.path("user_code").asString("")).as(device.toString()).isNotEmpty();
    }

    private static String device() throws IOException, InterruptedException {
        HttpRequest about = HttpRequest.newBuilder(URI.create(keycloak.realm() + "/.well-known/openid-configuration"))
                .build();
        return Json.parse(CLIENT.send(about, BodyHandlers.ofString()).body())
                .path("device_authorization_endpoint")
                .asString("");
    }

    private static String token(String program) throws Exception {
        JsonNode answer = post(
                keycloak.realm() + "/protocol/openid-connect/token",
                "grant_type=client_credentials&client_id=" + program + "&client_secret=" + Keycloak.SECRET);
        assertThat(answer.path("access_token").asString(""))
                .as(answer.toString())
                .isNotEmpty();
        return answer.path("access_token").asString("");
    }

    private static JsonNode post(String address, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Json.parse(CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    private static HttpResponse<String> ask(String token) {
        Client client = new Client(service.port());
        return client.send(client.anonymous("/things/me").header("Authorization", "Bearer " + token));
    }
}
