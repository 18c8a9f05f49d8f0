package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that people sign in with, and what other sites' pages cannot do with them. */
class SignInPagesTest {
    private static final URI SERVER = DemoServer.running().address();
    private static final String COOKIE = "jalon";

    private final Browser browser = new Browser(SERVER);

    @Test
    void whoever_signs_in_sees_their_account_and_is_out_after_signing_out() throws Exception {
        browser.signIn("coordinator-lille", "jalon-demo");
        HttpResponse<String> account = browser.open("/account");
        assertThat(account.body()).contains("coordinator-lille", "coordinator/lille");

        HttpResponse<String> out = browser.post("/sign-out", Map.of("_csrf", Browser.field(account, "_csrf")));

        assertThat(out.body()).contains("You are signed out");
        assertThat(browser.open("/account").body()).contains("name=\"password\"");
    }

    @Test
    void whoever_came_from_nowhere_comes_to_the_first_page() throws Exception {
        assertThat(browser.signIn("auditor", "jalon-demo").uri().getPath()).isEqualTo("/console");
    }

    @Test
    void a_session_is_known_to_the_server_alone_and_ends_there() throws Exception {
        browser.signIn("auditor", "jalon-demo");
        HttpResponse<String> account = browser.open("/account");
        String session = browser.cookie(COOKIE);
        browser.post("/sign-out", Map.of("_csrf", Browser.field(account, "_csrf")));

        assertThat(with(session, "/account").statusCode()).isEqualTo(302);
    }

    @Test
    void whoever_only_looks_has_no_session_that_takes_room() throws Exception {
        browser.open("/account");
        browser.open("/sign-in");

        assertThat(browser.cookie(COOKIE)).isEmpty();
    }

    @Test
    void the_session_of_before_is_not_the_one_of_after_signing_in() throws Exception {
        browser.signIn("auditor", "jalon-demo");
        String before = browser.cookie(COOKIE);

        browser.signIn("national", "jalon-demo");

        assertThat(browser.cookie(COOKIE)).isNotEmpty().isNotEqualTo(before);
        assertThat(with(before, "/account").statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_that_somebody_else_chose_is_not_taken() throws Exception {
        assertThat(signInWith(COOKIE + "=chosen-by-another").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE + "="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).doesNotContain("chosen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/x", "http://x//example.org/x", "//example.org/x", "garbled %"})
    void nobody_is_sent_to_another_site_after_signing_in(String elsewhere) throws Exception {
        HttpResponse<String> answer = signInWith(
                "REDIRECT_URI=" + Base64.getEncoder().encodeToString(elsewhere.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(SERVER.resolve(answer.headers().firstValue("Location").orElseThrow())
                        .getAuthority())
                .isEqualTo(SERVER.getAuthority());
    }

    @Test
    void a_wrong_password_is_told_and_lets_nobody_in() throws Exception {
        assertThat(browser.signIn("auditor", "wrong").body()).contains("or this is not its password");
        assertThat(browser.open("/account").body()).contains("name=\"password\"");
    }

    @Test
    void guessing_with_the_form_is_ended_as_anywhere() throws Exception {
        Browser guesser = new Browser(SERVER, InetAddress.getByName("127.0.0.88"));
        HttpResponse<String> answer = guesser.signIn("auditor", "wrong");
        for (int i = 0; i < 30 && !answer.body().contains("Too many passwords"); i++) {
            answer = guesser.signIn("auditor", "wrong" + i);
        }
        assertThat(answer.body()).contains("Too many passwords");
        assertThat(guesser.signIn("national", "wrong").body()).contains("Too many passwords");
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        browser.open("/sign-in");

        assertThat(browser.post("/sign-in", Map.of("account", "auditor", "password", "jalon-demo"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/sign-in", form("x")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_form_of_another_site_is_refused_though_it_has_the_token(String site) throws Exception {
        String csrf = Browser.field(browser.open("/sign-in"), "_csrf");

        assertThat(browser.send(browser.posting("/sign-in", form(csrf)).header("Sec-Fetch-Site", site))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_browser_that_does_not_say_where_a_form_is_from_is_let_in_by_the_token() throws Exception {
        String csrf = Browser.field(browser.open("/sign-in"), "_csrf");

        assertThat(browser.send(browser.posting("/sign-in", form(csrf))).body()).contains("auditor");
    }

    @Test
    void a_question_is_answered_by_no_other_site_in_the_name_of_who_is_signed_in() throws Exception {
        browser.signIn("auditor", "jalon-demo");

        assertThat(browser.send(browser.posting(
                                        "/oauth2/device_verification",
                                        Map.of("client_id", "jalon.cli", "state", "x", "user_code", "x"))
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_session_opens_the_pages_and_not_the_register() throws Exception {
        browser.signIn("national", "jalon-demo");

        assertThat(browser.open("/api/v1/territories").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/device", "/account/password"})
    void a_page_runs_nothing_and_is_framed_nowhere(String path) throws Exception {
        browser.signIn("auditor", "jalon-demo");
        HttpResponse<String> page = browser.open(path);

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*"));
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain("<script", "style=", "onclick", "{{");
    }

    @Test
    void what_a_page_is_given_is_shown_as_text() throws Exception {
        browser.signIn("auditor", "jalon-demo");

        assertThat(browser.open("/device/question?scope=jalon&client_id=x&state=x&user_code=%3Cscript%3E")
                        .body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void pages_speak_the_readers_language() throws Exception {
        HttpRequest.Builder french =
                HttpRequest.newBuilder(SERVER.resolve("/sign-in")).header("Accept-Language", "fr");

        assertThat(browser.send(french).body()).contains("lang=\"fr\"", "Mot de passe");
        assertThat(browser.open("/sign-in").body()).contains("lang=\"en\"", "Password");
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites_forms() throws Exception {
        assertThat(signInWith("x=y").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> !cookie.contains("=;"))
                .anyMatch(cookie -> cookie.startsWith(COOKIE + "="))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
                .allMatch(cookie -> cookie.contains("Path=/"));
    }

    /** Signs in with a browser that has one cookie more. */
    private HttpResponse<String> signInWith(String cookie) throws Exception {
        String csrf = Browser.field(browser.open("/sign-in"), "_csrf");
        return HttpClient.newHttpClient()
                .send(
                        browser.posting("/sign-in", form(csrf))
                                .header("Cookie", "jalon-form=" + browser.cookie("jalon-form") + "; " + cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> form(String csrf) {
        return Map.of("account", "auditor", "password", "jalon-demo", "_csrf", csrf);
    }

    private static HttpResponse<String> with(String session, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(SERVER.resolve(path))
                                .header("Cookie", COOKIE + "=" + session)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
