package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.seal.pack.PackVerifier;
import fr.jalon.web.start.RefusedStart;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
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
    private static final String MARK = MarkedRegister.MARK;
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
    private MarkedRegister register;

    private String entry = "";
    private byte[] packBefore = {};

    @BeforeAll
    void record() throws Exception {
        register = MarkedRegister.in(data);
        register.addSecond();
        register.post("/territories/lille/entries", """
                {"type": "territory-opened", "effective": "2020", "kind": "city", "name": "Lille"}""", 201);
        String appointed = register.post("/territories/lille/entries", """
                {"type": "coordinator-appointed", "effective": "2022",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 201);
        entry = appointed.replaceAll("(?s).*\"entryId\":\"([^\"]+)\".*", "$1");
        register.post("/territories/lille/entries/" + entry + "/correction", """
                {"reason": "le mois", "kind": "refined", "entry": {"type": "coordinator-appointed",
                 "effective": "2022-03", "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}}""", 201);
        register.post("/territories/lille/entries", """
                {"type": "team-member-joined", "effective": "2023", "position": "cp-1", "role": "partnership",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 201);
        register.post("/territories/lille/entries", """
                {"type": "contribution-acknowledged", "effective": "2023", "reason": "merci",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 201);
        register.post("/territories/lille/entries", """
                {"type": "coordinator-appointed", "effective": "2099",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 422);
        register.post("/territories/lille/entries?dryRun=true", """
                {"type": "team-member-joined", "effective": "2023", "position": "cp-2", "role": "partnership",
                 "person": {"id": "p-autre", "name": "Zoe Marquesnoy"}}""", 200);
        HttpResponse<byte[]> draft = register.send("national", "PUT", "/territories/lille/drafts/" + entry, """
                {"title": "COPIL", "entries": [{"person": {"name": "Zoe Marquesnoy"}}]}""");
        assertThat(draft.statusCode()).isEqualTo(201);
        register.awaitRead(5);
    }

    @AfterAll
    void stop() {
        register.close();
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
        packBefore = register.send("national", "GET", "/territories/lille/audit-pack", "")
                .body();
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
        HttpResponse<String> answer = new Asking(register.address(), "national")
                .post("/entries?dryRun=true", "text/csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Order(3)
    void the_permanent_link_is_to_the_form_without_names_which_an_erasure_does_not_change() throws Exception {
        HttpResponse<byte[]> shown = register.send("national", "GET", "/territories/lille", "");
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
    void a_limited_name_is_read_by_the_national_team_alone_and_stays_recorded_and_proved() throws Exception {
        String why = "{\"reason\": \"dossier 19\"}";
        for (String account : List.of("auditor", "coordinator-lille", "analyst")) {
            register.post(account, "/persons/p-essai/limitation", why, 403);
        }
        assertThat(register.post("/persons/p-essai/limitation", why, 200)).contains("\"state\":\"in-force\"");
        await(() -> !all("auditor", "/territories/lille").contains(MARK));

        for (String account : Stream.concat(MAY_SEE.stream(), MAY_NOT.stream()).toList()) {
            for (String path : ASKED) {
                if (!account.equals("national")) {
                    assertThat(all(account, path)).as(account + " " + path).doesNotContain(MARK);
                }
            }
        }
        for (String path : SHOWN) {
            assertThat(all("national", path)).as(path).contains(MARK);
        }
        assertThat(all("coordinator-lille", "/territories/lille")).contains("nom limité");
        assertThat(register.all("auditor", "/territories/lille", "en")).contains("name restricted");
        assertThat(all("auditor", "/persons/p-essai")).contains("nom limité", "dossier 19");
        assertThat(all("auditor", "/access?kind=upkeep")).contains("\"operation\":\"limitation\"");
        assertThat(verified("auditor")).isEqualTo(5);

        // Whoever repeats what they were shown leaves the name as it is.
        register.post("coordinator-lille", "/territories/lille/entries/" + entry + "/correction", """
                {"reason": "le jour", "kind": "refined", "entry": {"type": "coordinator-appointed",
                 "effective": "2022-03-07", "person": {"id": "p-essai", "name": "nom limité"}}}""", 201);
        register.awaitRead(6);
        assertThat(all("national", "/territories/lille")).contains(MARK).doesNotContain("nom limité");
        assertThat(register.post("/persons/p-essai/limitation/lifting", why, 200))
                .contains("\"state\":\"lifted\"");
        await(() -> all("coordinator-lille", "/territories/lille").contains(MARK));
        assertThat(all("auditor", "/limitations")).contains("\"liftedBy\":\"national\"", "\"person\":\"p-essai\"");
        assertThat(FoundText.filesWith("nom limité", data)).isEmpty();
    }

    private int verified(String account) throws Exception {
        byte[] pack = register.send(account, "GET", "/territories/lille/audit-pack", "")
                .body();
        return (int) new PackVerifier(List.of()).verify(pack).entries();
    }

    private static void await(Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isSo.call()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    @Order(6)
    void one_account_asks_another_confirms_and_soon_nobody_has_the_name() throws Exception {
        HttpResponse<byte[]> link = register.send("auditor", "GET", "/territories/lille?people=ids&knownAt=5", "");
        assertThat(erase("national", 202)).contains("\"state\":\"asked\"", "\"person\":\"p-essai\"");
        assertThat(erase("national", 202)).contains("\"state\":\"asked\"");
        erase("auditor", 403);
        assertThat(all("national", "/territories/lille")).contains(MARK);
        assertThat(erase(MarkedRegister.SECOND, 200))
                .contains("\"state\":\"done\"", "\"confirmedBy\":\"national-2\"")
                .doesNotContain("p-essai");
        await(() -> !all("national", "/territories/lille").contains(MARK));

        for (String account : Stream.concat(MAY_SEE.stream(), MAY_NOT.stream()).toList()) {
            for (String path : ASKED) {
                assertThat(all(account, path)).as(account + " " + path).doesNotContain(MARK);
            }
        }
        assertThat(all("national", "/territories/lille")).contains("personne effacée");
        assertThat(register.all("national", "/territories/lille", "en")).contains("person erased");
        assertThat(all("auditor", "/limitations")).doesNotContain("p-essai");
        assertThat(register.send("auditor", "GET", "/territories/lille?people=ids&knownAt=5", "")
                        .body())
                .isEqualTo(link.body());
        assertThat(all("auditor", "/erasures")).contains("\"erased\":[\"p-essai\"]", "\"askedBy\":\"national\"");
    }

    private String erase(String account, int expected) throws Exception {
        HttpResponse<byte[]> answer =
                register.send(account, "POST", "/persons/p-essai/erasure", "{\"reason\": \"demande 17\"}");
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(expected);
        return body;
    }

    @Test
    @Order(7)
    void nothing_more_is_recorded_under_that_id() throws Exception {
        String refused = register.post("/territories/lille/entries", """
                {"type": "contribution-acknowledged", "effective": "2023", "reason": "encore",
                 "person": {"id": "p-essai", "name": "Zoe Marquesnoy"}}""", 422);

        assertThat(refused)
                .contains("\"code\":\"person-erased\"", "/person/name")
                .doesNotContain(MARK);
    }

    @Test
    @Order(7)
    void the_erasure_waits_for_the_national_register_and_is_then_an_entry_of_it_that_never_says_who_it_was()
            throws Exception {
        assertThat(all("auditor", "/erasures"))
                .contains("Un effacement attend d'être au registre france", "One erasure waits", "\"entry\":null");
        register.post("/territories/france/entries", """
                {"type": "territory-opened", "effective": "2019", "kind": "national", "name": "France"}""", 201);
        await(() -> all("auditor", "/erasures").contains("\"entry\":{\"territory\":\"france\""));
        assertThat(all("auditor", "/erasures")).contains("\"waiting\":null", "\"position\":2");
        await(() -> all("analyst", "/territories/france/history").contains("person-erased"));

        String erased = erasedEntry();
        for (String path : List.of(
                "/territories/france/history",
                "/territories/france/entries/" + erased,
                "/territories/france/replay",
                "/territories/france/export/entries.csv",
                "/territories/france/audit-pack",
                "/history?text=demande")) {
            assertThat(all("auditor", path)).as(path).contains("demande 17").doesNotContain("p-essai", MARK);
        }
        assertThat(all("analyst", "/territories/france")).doesNotContain("demande 17", "person-erased");
        assertThat(register.send("auditor", "GET", "/territories/france/audit-pack", "")
                        .body())
                .satisfies(pack -> assertThat(
                                new PackVerifier(List.of()).verify(pack).entries())
                        .isEqualTo(2));
    }

    private String erasedEntry() throws Exception {
        return new Asking(register.address(), "auditor")
                .get("/erasures")
                .at("/erasures/0/entry/entryId")
                .asString("");
    }

    @Test
    @Order(8)
    void nobody_records_an_erasure_nor_makes_one_look_undone_and_its_reason_can_be_redacted() throws Exception {
        String own = """
                {"type": "person-erased", "effective": "2024", "askedBy": "a", "confirmedBy": "b", "reason": "r"}""";
        String table = "territory;type;effective;askedBy;confirmedBy;reason\nfrance;person-erased;2024;a;b;r\n";
        Asking national = new Asking(register.address(), "national");
        assertThat(register.post("/territories/france/entries", own, 422))
                .contains("\"code\":\"kept-by-the-register\"", "/persons/…/erasure");
        assertThat(national.post("/entries", own.replace("{\"type", "{\"territory\": \"france\", \"type"))
                        .body())
                .contains("kept-by-the-register");
        assertThat(national.post("/entries", "text/csv", table.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("kept-by-the-register");
        assertThat(national.post("/entries", register.body("national", "/territories/france/export/entries.ndjson"))
                        .body())
                .as("what was carried away comes back")
                .contains("\"already-recorded\"")
                .doesNotContain("kept-by-the-register");
        String erased = "/territories/france/entries/" + erasedEntry();
        assertThat(register.post(erased + "/retraction", "{\"reason\": \"r\"}", 422))
                .contains("kept-by-the-register");
        assertThat(register.post(erased + "/contest", "{\"reason\": \"r\", \"by\": \"mel\"}", 422))
                .contains("target-not-correctable");
        String another = """
                {"reason": "r", "kind": "wrong",
                 "entry": {"type": "contribution-acknowledged", "effective": "2024", "person": "p-a"}}""";
        assertThat(register.post(erased + "/correction", another, 422)).contains("target-not-correctable");

        register.post(erased + "/redaction", "{\"pointer\": \"/reason\", \"reason\": \"dossier 20\"}", 200);
        await(() -> !all("auditor", erased).contains("demande 17"));
        assertThat(all("auditor", "/erasures")).contains("texte caviardé").doesNotContain("demande 17");
        assertThat(register.all("auditor", "/erasures", "en")).contains("redacted text");
        assertThat(all("auditor", "/territories/france/history")).doesNotContain("demande 17");
    }

    @Test
    @Order(9)
    void what_was_proved_stays_proved_and_the_check_finds_nothing() throws Exception {
        assertThat(new PackVerifier(List.of()).verify(packBefore).entries()).isEqualTo(5);
        assertThat(verified("auditor")).isEqualTo(6);
        assertThat(new Asking(register.address(), "auditor")
                        .check()
                        .path("findings")
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Order(10)
    void a_rebuild_and_a_new_start_bring_nobody_back() throws Exception {
        register.post("/rebuild", "", 202);
        register.close();
        assertThat(FoundText.filesWith(MARK, data)).isEmpty();
        register.start();
        register.awaitRead(5);

        assertThat(all("national", "/territories/lille")).doesNotContain(MARK).contains("personne effacée");
        assertThat(new Asking(register.address(), "auditor").history("france")).hasSize(2);
    }

    @Test
    @Order(11)
    void nothing_is_served_without_the_key_that_names_were_sealed_with() throws Exception {
        register.post("/territories/lille/entries", """
                {"type": "contribution-acknowledged", "effective": "2023", "reason": "merci",
                 "person": {"id": "p-encore", "name": "Zoe Marquesnoy"}}""", 201);
        register.close();
        Path key = data.resolve("keys/people.key");
        Path away = Files.move(key, data.resolve("people.key.away"));

        assertThatThrownBy(register::start).isInstanceOf(RefusedStart.class).hasMessageContaining("keys/people.key");

        Files.move(away, key, StandardCopyOption.REPLACE_EXISTING);
        register.start();
        assertThat(all("national", "/territories/lille/history?limit=500")).contains(MARK);
    }

    private String all(String account, String path) throws Exception {
        return register.all(account, path.replace("{entry}", entry));
    }
}
