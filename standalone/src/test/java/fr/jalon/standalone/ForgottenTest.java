package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.TestCluster;
import fr.jalon.seal.pack.PackVerifier;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.web.start.RefusedStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A marked name in every field that holds one: who may see it does, nobody else finds it in any byte of any answer, nor
 * on the disk; and once the person is erased nobody does anywhere, while all that was proved stays proved.
 */
@Tag("long")
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgottenTest {
    private static final String MARK = "Marquesnoy";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String SECOND = "brume-tilleul-42-horizon";
    private static final List<String> MAY_SEE = List.of("national", "auditor", "coordinator-lille");
    private static final List<String> MAY_NOT = List.of("coordinator-lyon", "funder-mel", "analyst");

    /** All that can be asked of a register that has such names in it; of all territories last. */
    private static final List<String> ASKED = List.of(
            "/territories/lille",
            "/territories/lille/history?limit=500",
            "/territories/lille/entries/{entry}",
            "/territories/lille/agenda?from=2020-01-01&to=2030-12-31",
            "/territories/lille/timeline",
            "/territories/lille/picture?subject=coordinator",
            "/territories/lille/why?subject=coordinator&asOf=2022-06-01",
            "/territories/lille/difference?from=2020-01-01&to=2022-12-31",
            "/territories/lille/things",
            "/territories/lille/timemap",
            "/territories/lille/replay",
            "/territories/lille/audit-pack",
            "/territories/lille/export/state.csv",
            "/territories/lille/export/state.xlsx",
            "/territories/lille/export/state.ods",
            "/territories/lille/export/state.json",
            "/territories/lille/export/history.csv",
            "/territories/lille/export/history.ods",
            "/territories/lille/export/entries.csv",
            "/territories/lille/export/entries.xlsx",
            "/territories/lille/export/entries.ndjson",
            "/territories/lille/export/events.ndjson",
            "/entry-types/template?territory=lille",
            "/log/entries/{entry}/proof",
            "/territories",
            "/history?text=" + MARK,
            "/things",
            "/export/history.csv",
            "/export/entries.ndjson",
            "/audit-pack");

    /** Some in which the name must be for those who may see it, so that the others prove something. */
    private static final List<String> SHOWN = List.of(
            "/territories/lille",
            "/territories/lille/history?limit=500",
            "/territories/lille/entries/{entry}",
            "/territories/lille/difference?from=2020-01-01&to=2022-12-31",
            "/territories/lille/things",
            "/territories/lille/replay",
            "/territories/lille/audit-pack",
            "/territories/lille/export/state.xlsx",
            "/territories/lille/export/history.ods",
            "/territories/lille/export/entries.ndjson",
            "/entry-types/template?territory=lille");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private StandaloneServer server;

    private String entry = "";
    private byte[] packBefore = {};

    @BeforeAll
    void record() throws Exception {
        TestCluster.into(data);
        server = start();
        post("/accounts", """
                {"name": "national-2", "roles": ["national"], "password": "%s"}""".formatted(SECOND), 201);
        post("/territories/lille/entries", """
                {"type": "territory-opened", "effective": "2020", "kind": "city", "name": "Lille"}""", 201);
        String appointed = post("/territories/lille/entries", """
                {"type": "coordinator-appointed", "effective": "2022",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 201);
        entry = appointed.replaceAll("(?s).*\"entryId\":\"([^\"]+)\".*", "$1");
        post("/territories/lille/entries/" + entry + "/correction", """
                {"reason": "le mois", "kind": "refined", "entry": {"type": "coordinator-appointed",
                 "effective": "2022-03", "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}}""", 201);
        post("/territories/lille/entries", """
                {"type": "team-member-joined", "effective": "2023", "position": "cp-1", "role": "partnership",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 201);
        post("/territories/lille/entries", """
                {"type": "contribution-acknowledged", "effective": "2023", "reason": "merci",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 201);
        post("/territories/lille/entries", """
                {"type": "coordinator-appointed", "effective": "2099",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 422);
        post("/territories/lille/entries?dryRun=true", """
                {"type": "team-member-joined", "effective": "2023", "position": "cp-2", "role": "partnership",
                 "person": {"id": "p-autre", "name": "Zoe Marquesnoy"}}""", 200);
        HttpResponse<byte[]> draft = send("national", "PUT", "/territories/lille/drafts/" + entry, """
                {"title": "COPIL", "entries": [{"person": {"name": "Zoe Marquesnoy"}}]}""");
        assertThat(draft.statusCode()).isEqualTo(201);
        awaitRead();
    }

    private StandaloneServer start() {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true));
    }

    private void awaitRead() throws Exception {
        assertThat(send("national", "GET", "/territories/lille?minPosition=5", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void who_may_see_a_name_does_and_nobody_else_finds_it_in_any_byte() throws Exception {
        for (String account : MAY_SEE) {
            for (String path : SHOWN) {
                assertThat(all(account, path)).as(account + " " + path).contains(MARK);
            }
        }
        for (String account : MAY_NOT) {
            for (String path : ASKED) {
                assertThat(all(account, path)).as(account + " " + path).doesNotContain(MARK);
            }
        }
        for (String account : MAY_SEE) {
            String shown = all(account, "/territories/lille?people=ids");
            assertThat(shown).doesNotContain(MARK, "jalon-person:").contains("p-essai");
        }
        packBefore =
                send("national", "GET", "/territories/lille/audit-pack", "").body();
    }

    @Test
    @Order(2)
    void who_was_shown_names_of_which_territory_stands_in_the_access_record() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!all("auditor", "/access?account=coordinator-lille&kind=names-seen")
                .contains("\"about\":\"lille\"")) {
            assertThat(System.nanoTime()).as("written within half a minute").isLessThan(end);
            Thread.sleep(50);
        }
        assertThat(all("auditor", "/access?account=analyst&kind=names-seen")).doesNotContain("\"about\"");
    }

    @Test
    @Order(2)
    void no_sealed_name_is_left_in_an_answer_but_in_what_proves_an_entry() throws Exception {
        for (String account : List.of("national", "analyst")) {
            for (String path : ASKED) {
                if (!path.contains("audit-pack") && !path.contains("/proof")) {
                    assertThat(all(account, path)).as(account + " " + path).doesNotContain("jalon-person:");
                }
            }
        }
    }

    @Test
    @Order(2)
    void a_person_written_by_name_in_a_table_is_found_or_gets_an_id_that_says_nothing() throws Exception {
        String table = """
                territory;type;effective;person.id;reason
                lille;contribution-acknowledged;2023;Zoe Marquesnoy;merci
                lille;contribution-acknowledged;2023;Autre Marquesnoy;merci
                """;
        String said = sent(table);

        assertThat(said)
                .contains("\"id\":\"p-essai\",\"made\":false")
                .containsPattern("\"id\":\"p-[a-z2-9]{10}\",\"made\":true");
        assertThat(sent(table)).isEqualTo(said);
    }

    private String sent(String table) throws Exception {
        HttpResponse<String> answer = new Asking(server.address(), "national")
                .post("/entries?dryRun=true", "text/csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Order(3)
    void the_permanent_link_is_to_the_form_without_names_which_an_erasure_does_not_change() throws Exception {
        HttpResponse<byte[]> shown = send("national", "GET", "/territories/lille", "");
        String link = shown.headers().firstValue("Link").orElse("");

        assertThat(link).contains("people=ids");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    }

    @Test
    @Order(4)
    void no_file_of_the_register_has_the_name_in_it() throws Exception {
        assertThat(FoundText.filesWith(MARK, data)).isEmpty();
        assertThat(FoundText.filesWith("p-essai", data)).isNotEmpty();
    }

    @Test
    @Order(5)
    void one_account_asks_another_confirms_and_soon_nobody_has_the_name() throws Exception {
        HttpResponse<byte[]> link = send("auditor", "GET", "/territories/lille?people=ids&knownAt=5", "");
        assertThat(erase("national", 202)).contains("\"state\":\"asked\"", "\"person\":\"p-essai\"");
        assertThat(erase("national", 202)).contains("\"state\":\"asked\"");
        erase("auditor", 403);
        assertThat(all("national", "/territories/lille")).contains(MARK);
        assertThat(erase("national-2", 200))
                .contains("\"state\":\"done\"", "\"confirmedBy\":\"national-2\"")
                .doesNotContain("p-essai");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (all("national", "/territories/lille").contains(MARK)) {
            assertThat(System.nanoTime()).as("forgotten within a minute").isLessThan(end);
            Thread.sleep(50);
        }

        for (String account : Stream.concat(MAY_SEE.stream(), MAY_NOT.stream()).toList()) {
            for (String path : ASKED) {
                assertThat(all(account, path)).as(account + " " + path).doesNotContain(MARK);
            }
        }
        assertThat(all("national", "/territories/lille")).contains("personne effacée");
        assertThat(send("auditor", "GET", "/territories/lille?people=ids&knownAt=5", "")
                        .body())
                .isEqualTo(link.body());
        assertThat(all("auditor", "/erasures")).contains("\"erased\":[\"p-essai\"]", "\"askedBy\":\"national\"");
    }

    private String erase(String account, int expected) throws Exception {
        HttpResponse<byte[]> answer = send(account, "POST", "/persons/p-essai/erasure", "{\"reason\": \"demande 17\"}");
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(expected);
        return body;
    }

    @Test
    @Order(6)
    void nothing_more_is_recorded_under_that_id() throws Exception {
        String refused = post("/territories/lille/entries", """
                {"type": "contribution-acknowledged", "effective": "2023", "reason": "encore",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 422);

        assertThat(refused)
                .contains("\"code\":\"person-erased\"", "/person/name")
                .doesNotContain(MARK);
    }

    @Test
    @Order(7)
    void what_was_proved_stays_proved_and_the_check_finds_nothing() throws Exception {
        assertThat(new PackVerifier(List.of()).verify(packBefore).entries()).isEqualTo(5);
        assertThat(new PackVerifier(List.of())
                        .verify(send("auditor", "GET", "/territories/lille/audit-pack", "")
                                .body())
                        .entries())
                .isEqualTo(5);
        assertThat(new Asking(server.address(), "auditor")
                        .check()
                        .path("findings")
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Order(8)
    void a_rebuild_and_a_new_start_bring_nobody_back() throws Exception {
        post("/rebuild", "", 202);
        server.close();
        assertThat(FoundText.filesWith(MARK, data)).isEmpty();
        server = start();
        awaitRead();

        assertThat(all("national", "/territories/lille")).doesNotContain(MARK).contains("personne effacée");
    }

    @Test
    @Order(9)
    void nothing_is_served_without_the_key_that_names_were_sealed_with() throws Exception {
        post("/territories/lille/entries", """
                {"type": "contribution-acknowledged", "effective": "2023", "reason": "merci",
                 "person": {"id": "p-encore", "name": "Zoe Marquesnoy"}}""", 201);
        server.close();
        Path key = data.resolve("keys/people.key");
        Path away = Files.move(key, data.resolve("people.key.away"));

        assertThatThrownBy(this::start).isInstanceOf(RefusedStart.class).hasMessageContaining("keys/people.key");

        Files.move(away, key, StandardCopyOption.REPLACE_EXISTING);
        server = start();
        assertThat(all("national", "/territories/lille/history?limit=500")).contains(MARK);
    }

    private String post(String path, String body, int expected) throws Exception {
        HttpResponse<byte[]> answer = send("national", "POST", path, body);
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(said).isEqualTo(expected);
        return said;
    }

    private HttpResponse<byte[]> send(String account, String method, String path, String body)
            throws IOException, InterruptedException {
        String credentials = account + ":" + (account.equals("national-2") ? SECOND : "jalon-demo");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address() + "/api/v1" + path.replace("{entry}", entry)))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The answer with its headers, and all texts of the files that are packed in it. */
    private String all(String account, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(account, "GET", path, "");
        return answer.headers().map() + FoundText.in(answer.body());
    }
}
