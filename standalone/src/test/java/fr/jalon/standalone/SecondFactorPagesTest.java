package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.TestCluster;
import fr.jalon.standalone.factor.Authenticator;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A register that requires a second factor of the national team and of auditors, and offers it to all. */
class SecondFactorPagesTest {
    private static final String PASSWORD = "brume-tilleul-42-horizon";
    private static final Pattern SECRET = Pattern.compile("<strong class=\"secret\">([A-Z2-7 ]+)</strong>");
    private static final Pattern RECOVERY = Pattern.compile("[a-z0-9]{4}(-[a-z0-9]{4}){2}");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static StandaloneServer server;

    private final Browser browser = new Browser(server.address());

    @BeforeAll
    static void serve() throws Exception {
        TestCluster.into(data);
        System.setProperty("jalon.second-factor", "required");
        try {
            server = StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false));
        } finally {
            System.clearProperty("jalon.second-factor");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoever_must_have_one_gets_one_after_their_password_and_is_in_with_a_code_of_it() throws Exception {
        account("must", "auditor");
        HttpResponse<String> page = browser.signIn("must", PASSWORD);
        assertThat(page.uri().getPath()).isEqualTo("/sign-in/second-factor");
        assertThat(page.body()).contains("<svg", "otpauth://totp/").doesNotContain("<script", "style=");
        assertThat(browser.open("/account").body())
                .as("nobody is signed in yet")
                .doesNotContain("must");
        assertThat(browser.open("/oauth2/authorize?response_type=code&client_id=jalon.browser&scope=jalon"
                                + "&redirect_uri=http://127.0.0.1:9/signed-in&code_challenge="
                                + "x".repeat(43) + "&code_challenge_method=S256")
                        .uri()
                        .getPath())
                .as("not by the provider's own addresses either")
                .isEqualTo("/sign-in");
        page = browser.open("/sign-in/second-factor");
        Authenticator application = application(page);

        assertThat(give(page, "/sign-in/second-factor", "000000").body()).contains("not the right one");
        HttpResponse<String> told =
                give(browser.open("/sign-in/second-factor"), "/sign-in/second-factor", application.code());

        assertThat(told.body()).contains("recovery codes");
        assertThat(RECOVERY.matcher(told.body()).results()).hasSize(10);
        assertThat(browser.open("/account").body()).contains("must");
        assertThat(browser.open("/console").statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_asked_for_after_the_password_and_a_recovery_code_will_do_once() throws Exception {
        account("asked", "coordinator/lille");
        Browser first = new Browser(server.address());
        first.signIn("asked", PASSWORD);
        HttpResponse<String> page = first.open("/account/second-factor");
        HttpResponse<String> told = first.post(
                "/account/second-factor",
                Map.of("code", application(page).code(), "_csrf", Browser.field(page, "_csrf")));
        List<String> recovery =
                RECOVERY.matcher(told.body()).results().map(MatchResult::group).toList();
        assertThat(first.open("/account").body())
                .as("the session that got it goes on")
                .contains("asked");

        HttpResponse<String> asked = browser.signIn("asked", PASSWORD);
        assertThat(asked.uri().getPath()).isEqualTo("/sign-in/code");
        String before = browser.cookie("jalon");
        assertThat(browser.open("/account").body()).doesNotContain("asked");
        assertThat(give(asked, "/sign-in/code", "wrong").body()).contains("not the right one");
        assertThat(give(asked, "/sign-in/code", recovery.getFirst()).uri().getPath())
                .isEqualTo("/account");
        assertThat(browser.open("/account").body()).contains("asked");
        assertThat(browser.cookie("jalon")).isNotEqualTo(before);

        Browser thief = new Browser(server.address());
        HttpResponse<String> again = thief.signIn("asked", PASSWORD);
        assertThat(thief.post(
                                "/sign-in/code",
                                Map.of("code", recovery.getFirst(), "_csrf", Browser.field(again, "_csrf")))
                        .body())
                .contains("not the right one");
        assertThat(thief.open("/account").body()).doesNotContain("asked");

        HttpResponse<String> own = browser.open("/account/second-factor");
        assertThat(own.body()).contains("<dd>9</dd>");
        assertThat(browser.post(
                                "/account/second-factor/removal",
                                Map.of("code", recovery.get(1), "_csrf", Browser.field(own, "_csrf")))
                        .body())
                .contains("The second factor is gone");
        assertThat(first.open("/account").body()).as("all else has ended").doesNotContain("asked");
        assertThat(new Browser(server.address()).signIn("asked", PASSWORD).uri().getPath())
                .isEqualTo("/console");
    }

    @Test
    void a_code_without_a_password_before_it_opens_nothing() throws Exception {
        String csrf = Browser.field(browser.open("/sign-in"), "_csrf");

        HttpResponse<String> answer = browser.post("/sign-in/code", Map.of("code", "123456", "_csrf", csrf));

        assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
        assertThat(browser.open("/account").body()).contains("name=\"password\"");
        assertThat(browser.post("/sign-in/code", Map.of("code", "123456")).statusCode())
                .as("without the form's token")
                .isEqualTo(403);
    }

    @Test
    void the_password_alone_opens_neither_the_register_nor_a_token() throws Exception {
        account("alone", "auditor");
        account("program", "analyst");
        Asking alone = new Asking(server.address(), "alone", PASSWORD);
        HttpResponse<String> refused = alone.post("/entries", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JsonMapper.shared().readTree(refused.body()).path("code").asString())
                .isEqualTo("second-factor-needed");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Jalon\"");
        assertThat(Terminal.alone()
                        .with("JALON_URL", server.address().toString())
                        .with("JALON_PASSWORD", PASSWORD)
                        .jalon("alone", "territories")
                        .error())
                .contains("jalon login");
        assertThat(token("alone")).isEqualTo(401);

        assertThat(new Asking(server.address(), "program", PASSWORD).status("/territories"))
                .isEqualTo(200);
        assertThat(token("program")).isEqualTo(200);
    }

    @Test
    void one_that_was_lost_is_taken_away_on_the_machine_and_by_the_national_team() throws Exception {
        account("lost", "coordinator/lille");
        Browser holder = new Browser(server.address());
        holder.signIn("lost", PASSWORD);
        HttpResponse<String> page = holder.open("/account/second-factor");
        holder.post(
                "/account/second-factor",
                Map.of("code", application(page).code(), "_csrf", Browser.field(page, "_csrf")));
        assertThat(new Asking(server.address(), "lost", PASSWORD).status("/territories"))
                .isEqualTo(401);

        assertThat(Terminal.alone()
                        .ended("account", "forget-factor", "lost", "--data=" + data)
                        .code())
                .isZero();

        assertThat(new Asking(server.address(), "lost", PASSWORD).status("/territories"))
                .isEqualTo(200);
        assertThat(holder.open("/account").body()).doesNotContain("lost");
    }

    @Test
    void the_national_team_takes_a_lost_one_away_on_the_page_of_accounts() throws Exception {
        account("device-lost", "coordinator/lille");
        Browser holder = new Browser(server.address());
        holder.signIn("device-lost", PASSWORD);
        HttpResponse<String> own = holder.open("/account/second-factor");
        holder.post(
                "/account/second-factor",
                Map.of("code", application(own).code(), "_csrf", Browser.field(own, "_csrf")));
        account("keeper", "national");
        HttpResponse<String> given = browser.signIn("keeper", PASSWORD);
        give(given, "/sign-in/second-factor", application(given).code());

        HttpResponse<String> accounts = browser.open("/console/accounts");
        assertThat(accounts.body()).contains("/console/accounts/device-lost/forget-factor");
        HttpResponse<String> done = browser.post(
                "/console/accounts/device-lost/forget-factor", Map.of("_csrf", Browser.field(accounts, "_csrf")));

        assertThat(done.body())
                .contains("The account device-lost has no second factor any more")
                .doesNotContain("/console/accounts/device-lost/forget-factor");
        assertThat(new Asking(server.address(), "device-lost", PASSWORD).status("/territories"))
                .isEqualTo(200);
        assertThat(holder.open("/account").body()).doesNotContain("device-lost");
    }

    private static void account(String name, String role) {
        assertThat(Terminal.alone()
                        .typing(PASSWORD)
                        .ended("account", "add", name, role, "--data=" + data)
                        .code())
                .isZero();
    }

    private HttpResponse<String> give(HttpResponse<String> page, String path, String code) throws Exception {
        return browser.post(path, Map.of("code", code, "_csrf", Browser.field(page, "_csrf")));
    }

    private static Authenticator application(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return new Authenticator(Objects.requireNonNull(secret.group(1)).replace(" ", ""));
    }

    private static int token(String account) throws Exception {
        URI address = server.address().resolve("/oauth2/token");
        String pair = account + ":" + PASSWORD;
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
