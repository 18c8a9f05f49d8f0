package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.cli.terminal.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signing in on the command line, with a browser elsewhere. */
class LoginTest {
    private static final URI SERVER = DemoServer.running().address();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PAGE = Pattern.compile("code ([A-Z-]+):  (\\S+)");

    @TempDir
    private Path config;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(SERVER).with("JALON_PASSWORD", "").with("XDG_CONFIG_HOME", config.toString());
    }

    @Test
    void whoever_signs_in_with_a_browser_needs_no_password_until_they_sign_out() throws Exception {
        assertThat(terminal.ended("territories").error()).contains("jalon login");

        Ended login = login("allow");

        assertThat(login.code()).as(login.error()).isZero();
        assertThat(terminal.ended("territories").code()).isZero();
        assertThat(terminal.ended("access", "--kind", "signed-in").out()).contains("auditor");
        String renewal = saved().path("renewal").stringValue();
        assertThat(terminal.ended("logout").error()).contains("Signed out");
        assertThat(terminal.ended("territories").code()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(renew(renewal).body()).contains("invalid_grant");
        assertThat(terminal.ended("logout").error()).contains("Nobody was signed in");
    }

    @Test
    void what_is_kept_is_for_its_owner_alone_to_read_and_renewed_when_it_ends() throws Exception {
        login("allow");
        Path file = file();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        JsonNode before = saved();
        Files.writeString(
                file, ((ObjectNode) saved()).put("ends", "2020-01-01T00:00:00Z").toString());

        assertThat(terminal.ended("territories").code()).isZero();

        assertThat(saved().path("token")).isNotEqualTo(before.path("token"));
        assertThat(saved().path("renewal")).isNotEqualTo(before.path("renewal"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whoever_is_refused_is_not_signed_in() throws Exception {
        Ended login = login("deny");

        assertThat(login.code()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(login.error()).contains("You were not let in");
        assertThat(config.resolve("jalon")).doesNotExist();
    }

    @Test
    void a_token_in_the_environment_will_do_and_one_that_does_not_hold_is_told() throws Exception {
        login("allow");
        String token = saved().path("token").stringValue();
        terminal.ended("logout");

        assertThat(terminal.with("JALON_TOKEN", token).ended("territories").code())
                .isZero();
        assertThat(terminal.with("JALON_TOKEN", token + "x")
                        .ended("territories")
                        .error())
                .contains("JALON_TOKEN");
    }

    @Test
    void a_server_that_signs_nobody_in_is_told_with_what_to_do() {
        assertThat(terminal.ended("login", "--issuer", SERVER + "/nowhere").error())
                .contains("--issuer", "JALON_USER");
        assertThat(terminal.ended("login", "--client", "unknown").error()).contains("--client");
    }

    /** Types the command, and answers its question in a browser. */
    private Ended login(String answer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> terminal.run(out, error, "login"),
                task -> Thread.ofVirtual().start(task));
        Matcher shown = shown(error);
        Browser browser = new Browser(SERVER);
        browser.open(shown.group(2));
        HttpResponse<String> filled = browser.signIn("auditor", "jalon-demo");
        HttpResponse<String> page =
                browser.open("/oauth2/device_verification?user_code=" + Browser.field(filled, "user_code"));
        Map<String, String> form = new HashMap<>(
                Map.of("client_id", "jalon.cli", "state", Browser.field(page, "state"), "user_code", shown.group(1)));
        if (answer.equals("allow")) {
            form.put("scope", "jalon");
        }
        browser.post("/oauth2/device_verification", form);
        int ended = code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new Ended(ended, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    private static Matcher shown(ByteArrayOutputStream error) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            Matcher shown = PAGE.matcher(error.toString(StandardCharsets.UTF_8));
            if (shown.find()) {
                return shown;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("No code is shown: " + error);
    }

    private static HttpResponse<String> renew(String renewal) throws IOException, InterruptedException {
        Browser program = new Browser(SERVER);
        return program.send(program.posting(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "jalon.cli", "refresh_token", renewal)));
    }

    private JsonNode saved() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file()));
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(config.resolve("jalon/logins"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
