package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An account that is changed while somebody has a token and a session of it. */
class AccountThatChangesTest {
    private static final URI SERVER = DemoServer.running().address();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "a-lamp-without-a-shade";

    private static final String WANTED = "a-shade-without-a-lamp";

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

    @Test
    void whoever_changes_their_own_password_stays_and_all_else_of_theirs_ends() throws Exception {
        Browser other = new Browser(SERVER);
        other.signIn(account, PASSWORD);
        String before = browser.cookie("jalon");

        assertThat(changeOwn("wrong-wrong-wrong", WANTED, WANTED)).contains("not the password in use");
        assertThat(changeOwn(PASSWORD, WANTED, "another-one-altogether")).contains("in two ways");
        assertThat(changeOwn(PASSWORD, "jalon-jalon-jalon", "jalon-jalon-jalon"))
                .contains("role=\"alert\"");
        assertThat(other.open("/account").body()).as("nothing was changed yet").contains(account);
        assertThat(changeOwn(PASSWORD, WANTED, WANTED)).contains("The password is changed");

        assertThat(isIn()).isTrue();
        assertThat(browser.open("/console").statusCode()).isEqualTo(200);
        assertThat(browser.cookie("jalon")).isNotEqualTo(before);
        assertThat(other.open("/account").body()).doesNotContain(account);
        assertThat(access()).isEqualTo(401);
    }

    private String changeOwn(String old, String wanted, String again) throws Exception {
        String csrf = Browser.field(browser.open("/account/password"), "_csrf");
        return browser.post("/account/password", Map.of("old", old, "wanted", wanted, "again", again, "_csrf", csrf))
                .body();
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
