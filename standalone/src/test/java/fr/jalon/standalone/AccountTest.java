package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.language.Language;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.TestCluster;
import fr.jalon.seal.check.Finding;
import fr.jalon.seal.check.SelfCheck;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.web.account.Passwords;
import fr.jalon.web.start.RefusedStart;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts are kept on the machine itself, while the register is served, and each change counts at once. */
class AccountTest {
    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static StandaloneServer server;

    @BeforeAll
    static void serve() {
        TestCluster.into(data);
        Map<String, String> quick = Map.of("jalon.changes.heartbeat", "50ms", "jalon.accounts.look-again", "50ms");
        quick.forEach(System::setProperty);
        try {
            server = start();
        } finally {
            quick.keySet().forEach(System::clearProperty);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void the_check_takes_each_change_for_an_order() {
        assertThat(server.part(SelfCheck.class).now().findings())
                .extracting(Finding::kind)
                .doesNotContain(Finding.Kind.ACCOUNT);
    }

    @Test
    void an_account_is_made_for_a_territory_and_given_another_role() throws Exception {
        String password = password(account("add", "lille-1", "coordinator/lille", "--random"));
        assertThat(status("lille-1", password)).isEqualTo(200);

        assertThat(account("role", "lille-1", "auditor").code()).isZero();
        assertThat(account("list").out())
                .contains("lille-1 auditor" + System.lineSeparator())
                .contains("national national");
    }

    @Test
    void a_lost_password_is_replaced_on_the_machine_itself_and_the_old_one_is_known_no_more() throws Exception {
        String first = Objects.requireNonNull(server.firstPassword());
        String again = password(account("reset", "national", "--random"));

        assertThat(status("national", again)).isEqualTo(200);
        assertThat(status("national", first)).isEqualTo(401);
    }

    @Test
    void an_account_that_is_disabled_is_let_in_again_by_its_password_once_it_is_enabled() throws Exception {
        String password = password(account("add", "leaving", "auditor", "--random"));
        assertThat(status("leaving", password)).isEqualTo(200);

        assertThat(account("disable", "leaving").code()).isZero();
        assertThat(status("leaving", password)).isEqualTo(401);
        assertThat(account("list").out()).contains("leaving auditor (disabled)");
        String another = password(account("reset", "leaving", "--random"));
        assertThat(status("leaving", another)).as("disabled still").isEqualTo(401);

        assertThat(account("enable", "leaving").code()).isZero();
        assertThat(status("leaving", another)).isEqualTo(200);
        assertThat(status("leaving", password)).isEqualTo(401);
    }

    @Test
    void the_last_account_of_the_national_team_is_neither_disabled_nor_given_another_role() {
        assertThat(account("disable", "national")).satisfies(said -> refused(said, "last account"));
        assertThat(account("role", "national", "auditor")).satisfies(said -> refused(said, "last account"));
        assertThat(account("list").out()).contains("national national" + System.lineSeparator());
    }

    @Test
    void the_national_team_keeps_accounts_over_http_and_the_check_takes_it_for_an_order() throws Exception {
        Asking national = new Asking(server.address(), "national", password(account("reset", "national", "--random")));
        HttpResponse<String> made = national.post("/accounts", "{\"name\": \"over-http\", \"roles\": [\"auditor\"]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String password =
                JsonMapper.shared().readTree(made.body()).path("password").asString();
        assertThat(status("over-http", password)).isEqualTo(200);
        try (ChangesStream stream = new ChangesStream(new Asking(server.address(), "over-http", password))) {
            stream.sign();

            assertThat(national.post("/accounts/over-http/disable", "").statusCode())
                    .isEqualTo(200);

            stream.awaitEnd();
        }
        assertThat(status("over-http", password)).isEqualTo(401);
        JsonNode changes = national.get("/access?kind=account-changed&account=national");
        assertThat(changes.path("accesses"))
                .extracting(each -> each.path("operation").asString() + " "
                        + each.path("about").asString())
                .contains("insert over-http", "update over-http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "role auditor", "reset --random"})
    void a_stream_that_is_open_ends_when_its_account_is_no_more_what_let_it_begin(String act) throws Exception {
        List<String> words = new ArrayList<>(List.of(act.split(" ")));
        String name = "streaming-" + words.getFirst();
        words.add(1, name);
        String password = password(account("add", name, "coordinator/lille", "--random"));
        try (ChangesStream stream = new ChangesStream(new Asking(server.address(), name, password))) {
            stream.sign();

            assertThat(account(words.toArray(String[]::new)).code()).isZero();

            stream.awaitEnd();
        }
    }

    @Test
    void whoever_collects_metrics_sees_each_with_its_meaning_and_nothing_of_the_register() throws Exception {
        String password = password(account("add", "prometheus", "metrics", "--random"));
        assertThat(status("prometheus", password)).isEqualTo(403);
        String told = new Asking(server.address(), "prometheus", password).metrics();
        assertThat(told.lines().filter(line -> line.startsWith("# HELP jalon_")))
                .hasSizeGreaterThan(4)
                .allMatch(line -> line.split(" ", 4)[3].length() > 8);
    }

    @Test
    void the_disk_that_health_looks_at_is_that_of_the_data() throws Exception {
        String national = password(account("reset", "national", "--random"));
        JsonNode told = new Asking(server.address(), "national", national).health();
        assertThat(told.at("/components/diskSpace/details/path").asString()).isEqualTo(data.toString());
    }

    @Test
    void what_is_no_account_or_one_already_is_told_with_what_would_be_right() {
        assertThat(account("add", "National", "auditor", "--random")).satisfies(said -> refused(said, "lower-case"));
        assertThat(account("add", "new", "coordinator", "--random")).satisfies(said -> refused(said, "TERRITORY"));
        assertThat(account("add", "national", "auditor", "--random"))
                .satisfies(said -> refused(said, "jalon account role"));
        assertThat(account("disable", "nobody")).satisfies(said -> refused(said, "jalon account list"));
        assertThat(account().code()).isEqualTo(2);
    }

    @Test
    void a_password_that_is_typed_is_held_against_the_rules() throws Exception {
        String where = "--data=" + data;

        assertThat(Terminal.alone()
                        .typing("jalon")
                        .ended("account", "add", "typed", "auditor", where)
                        .code())
                .isEqualTo(1);
        String chosen = "brume-tilleul-42-horizon";
        assertThat(Terminal.alone()
                        .typing(chosen)
                        .ended("account", "add", "typed", "auditor", where)
                        .code())
                .isZero();
        assertThat(status("typed", chosen)).isEqualTo(200);
    }

    @Test
    void whoever_knows_their_password_changes_it_and_what_else_was_open_with_it_ends() throws Exception {
        String old = password(account("add", "own", "coordinator/lille", "--random"));
        String wanted = "horizon-tilleul-42-brume";
        Terminal own = new Terminal(server.address()).with("JALON_USER", "own").with("JALON_PASSWORD", old);
        assertThat(own.typing("guessed-wrong-once", wanted)
                        .ended("account", "password")
                        .error())
                .contains("not the password in use");
        assertThat(own.typing(old, "short").ended("account", "password").code()).isEqualTo(1);
        try (ChangesStream stream = new ChangesStream(new Asking(server.address(), "own", old))) {
            stream.sign();

            Ended said = own.typing(old, wanted).ended("account", "password");

            assertThat(said.code()).as(said.error()).isZero();
            stream.awaitEnd();
        }
        assertThat(status("own", wanted)).isEqualTo(200);
        assertThat(status("own", old)).isEqualTo(401);
        Asking national = new Asking(server.address(), "national", password(account("reset", "national", "--random")));
        assertThat(national.get("/access?kind=account-changed&account=own").path("accesses"))
                .as("told in the access record, by whom and of whom")
                .singleElement()
                .satisfies(each -> assertThat(each.path("about").asString()).isEqualTo("own"));
    }

    @Test
    void no_password_is_asked_for_where_an_accounts_file_rules() {
        for (String act : List.of("reset national", "add new auditor")) {
            Ended said = Terminal.alone()
                    .with("JALON_ACCOUNTS_FILE", "accounts")
                    .typing("weak")
                    .ended(("account " + act + " --data=" + data).split(" "));
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.error()).contains("The accounts are in the file accounts");
        }
    }

    @Test
    void a_demonstration_has_no_accounts_to_keep(@TempDir Path demo) throws Exception {
        Files.createDirectories(demo.resolve("postgres/cluster"));
        Files.writeString(demo.resolve("jalon.kind"), "demo\n");

        Ended said = Terminal.alone().in(Language.FRENCH).ended("account", "list", "--data=" + demo);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.error()).contains("celles d'une démonstration", "--data");
    }

    @Tag("long")
    @Test
    void with_an_accounts_file_serve_knows_those_in_it_alone_and_makes_none(@TempDir Path other) throws Exception {
        TestCluster.into(other);
        Path file = other.resolve("accounts");
        Files.writeString(file, "national national " + Passwords.ENCODER.encode("brume-tilleul-42-horizon") + "\n");
        System.setProperty("jalon.accounts.file", file.toString());
        try {
            Options options = new Options(InetAddress.getLoopbackAddress(), 0, other, false);
            try (StandaloneServer served = StandaloneServer.start(options)) {
                assertThat(served.firstPassword()).isNull();
                assertThat(new Asking(served.address(), "national", "brume-tilleul-42-horizon").status("/territories"))
                        .isEqualTo(200);
            }
            Files.writeString(file, "national king x\n");
            assertThatThrownBy(() -> StandaloneServer.start(options))
                    .isInstanceOf(RefusedStart.class)
                    .hasMessageContaining("line 1, account national: a role is national");
        } finally {
            System.clearProperty("jalon.accounts.file");
        }
    }

    @Test
    void who_came_in_was_refused_and_carried_what_away_is_told_to_auditors_and_no_more_than_that() throws Exception {
        String auditor = password(account("add", "looking", "auditor", "--random"));
        String funder = password(account("add", "giving", "funder/mel", "--random"));
        Asking funding = new Asking(server.address(), "giving", funder);
        Asking looking = new Asking(server.address(), "looking", auditor);

        assertThat(new Asking(server.address(), "giving", "guessed wrong").status("/territories"))
                .isEqualTo(401);
        assertThat(funding.status("/audit-pack")).isEqualTo(403);
        assertThat(funding.status("/access")).isEqualTo(403);
        HttpResponse<String> exported = looking.answer("/export/state.json", "application/json");
        assertThat(exported.statusCode()).isEqualTo(200);

        List<JsonNode> told = accesses(looking, 9);
        assertThat(told)
                .extracting(each -> each.path("kind").asString() + " "
                        + each.path("account").asString(""))
                .containsSubsequence(
                        "carried-away looking",
                        "refused giving",
                        "refused giving",
                        "sign-in-failed giving",
                        "account-changed jalon_owner");
        JsonNode latest = told.getFirst();
        assertThat(latest.path("request").asString())
                .isEqualTo(exported.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(latest.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(latest.path("role").asString()).isEqualTo("auditor");
        assertThat(told.toString()).contains("/api/v1/audit-pack").doesNotContain("guessed wrong", auditor, funder);
    }

    @Test
    void nothing_is_carried_away_that_cannot_be_written_down() throws Exception {
        Asking looking = new Asking(
                server.address(), "looking-too", password(account("add", "looking-too", "auditor", "--random")));
        JdbcClient owner = JdbcClient.create(server.part(EmbeddedPostgres.class).dataSource(DatabaseRole.OWNER));
        String columns = "(kind, account, role, operation, about, code, address, request, left_out)";
        owner.sql("revoke insert %s on access.record from jalon_query".formatted(columns))
                .update();
        try {
            assertThat(looking.status("/export/state.json")).isEqualTo(503);
        } finally {
            owner.sql("grant insert %s on access.record to jalon_query".formatted(columns))
                    .update();
        }
        assertThat(looking.status("/export/state.json")).isEqualTo(200);
    }

    @Test
    void the_access_record_is_told_on_the_command_line_with_its_words() throws Exception {
        String password = password(account("add", "telling", "auditor", "--random"));
        Asking telling = new Asking(server.address(), "telling", password);
        assertThat(telling.status("/export/state.json")).isEqualTo(200);

        Ended said = new Terminal(server.address())
                .with("JALON_PASSWORD", password)
                .jalon("telling", "access", "--account=telling", "--kind=carried-away", "--lang=fr");
        assertThat(said.code()).as(said.error()).isZero();
        assertThat(said.out()).containsPattern("emporté +telling \\(auditor\\) +state");
    }

    /** As many as are there once what need not be waited for is written down too. */
    private static List<JsonNode> accesses(Asking asking, int least) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<JsonNode> told;
        do {
            assertThat(System.nanoTime()).isLessThan(end);
            told = asking.get("/access?limit=1000")
                    .path("accesses")
                    .valueStream()
                    .toList();
        } while (told.size() < least);
        return told;
    }

    private static StandaloneServer start() {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false));
    }

    private static int status(String name, String password) throws Exception {
        return new Asking(server.address(), name, password).status("/territories");
    }

    private static void refused(Ended said, String sentence) {
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains(sentence).doesNotContain("Exception");
    }

    private static String password(Ended said) {
        assertThat(said.code()).as(said.out()).isZero();
        Matcher shown = PASSWORD.matcher(said.out());
        assertThat(shown.find()).as(said.out()).isTrue();
        return shown.group(1);
    }

    private static Ended account(String... arguments) {
        String[] all = new String[arguments.length + (arguments.length > 0 ? 2 : 1)];
        all[0] = "account";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        if (arguments.length > 0) {
            all[all.length - 1] = "--data=" + data;
        }
        Ended ended = Terminal.alone().ended(all);
        return new Ended(ended.code(), ended.out() + ended.error(), "");
    }
}
