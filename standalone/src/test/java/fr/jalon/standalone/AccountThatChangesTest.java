package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An account that is changed while somebody has a token and a session of it. */
class AccountThatChangesTest {
    private static final URI SERVER = DemoServer.running().address();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "a-lamp-without-a-shade";

    private final Browser browser = new Browser(SERVER);
    private String account = "";
    private String token = "";

    @BeforeEach
    void signIn() throws Exception {
        account = "changing-" + System.nanoTime();
        change("", """
                {"name": "%s", "roles": ["auditor"], "password": "%s"}""".formatted(account, PASSWORD));
        browser.signIn(account, PASSWORD);
        token = token();
        assertThat(isIn()).isTrue();
        assertThat(access()).isEqualTo(200);
    }

    @Test
    void disabled_it_is_out_at_once_with_its_token_and_its_session() throws Exception {
        change("/" + account + "/disable", "");

        assertThat(isIn()).isFalse();
        assertThat(access()).isEqualTo(401);
    }

    @Test
    void with_another_password_it_is_out_too() throws Exception {
        change("/" + account + "/password", """
                {"password": "a-shade-without-a-lamp"}""");

        assertThat(isIn()).isFalse();
        assertThat(access()).isEqualTo(401);
    }

    @Test
    void with_another_role_its_token_has_that_role_and_its_session_signs_in_again() throws Exception {
        change("/" + account + "/role", """
                {"roles": ["coordinator/lille"]}""");

        assertThat(isIn()).isFalse();
        assertThat(access()).isEqualTo(403);
    }

    private boolean isIn() throws Exception {
        return browser.open("/account").body().contains(account);
    }

    /** What only auditors and the national team may see. */
    private int access() throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(SERVER.resolve("/api/v1/access"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String token() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(SERVER.resolve("/oauth2/token"))
                        .header("Authorization", basic(account, PASSWORD))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
    }

    private static void change(String path, String body) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(SERVER.resolve("/api/v1/accounts" + path))
                        .header("Authorization", basic("national", "jalon-demo"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
