package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.seal.pack.PackVerifier;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A marked word in every kind of free text: for who may read, in no byte on disk, and nowhere once it is redacted. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedactedTest {
    private static final String MARK = MarkedRegister.MARK;
    private static final String RAISED = "e1000000-0000-4000-8000-000000000001";
    private static final String CORRECTED = "e1000000-0000-4000-8000-000000000002";
    private static final String MEETING = "e1000000-0000-4000-8000-000000000003";
    private static final String CONTEST = "e1000000-0000-4000-8000-000000000004";
    private static final List<String> READERS =
            List.of("national", "auditor", "coordinator-lille", "coordinator-lyon", "funder-mel", "analyst");

    /** All that can be asked of a register that has such texts in it. */
    private static final List<String> ASKED = List.of(
            "/territories/lille",
            "/territories/lille/history?limit=500",
            "/territories/lille/entries/" + RAISED,
            "/territories/lille/agenda?from=2020-01-01&to=2030-12-31",
            "/territories/lille/timeline",
            "/territories/lille/picture?subject=watchpoint/w",
            "/territories/lille/why?subject=watchpoint/w&asOf=2022-06-01",
            "/territories/lille/difference?from=2020-01-01&to=2024-12-31",
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
            "/log/entries/" + RAISED + "/proof",
            "/territories",
            "/history?territory=lille",
            "/things",
            "/export/history.csv",
            "/export/entries.ndjson",
            "/audit-pack");

    /** Some in which the texts must be, so that the others prove something. */
    private static final List<String> SHOWN = List.of(
            "/territories/lille",
            "/territories/lille/history?limit=500",
            "/territories/lille/entries/" + RAISED,
            "/territories/lille/export/state.xlsx",
            "/territories/lille/export/history.ods",
            "/territories/lille/export/entries.ndjson",
            "/history?territory=lille");

    /** Where each is: an entry, and a pointer in it. */
    private static final List<String> PLACES = List.of(
            RAISED + " /note",
            RAISED + " /description",
            RAISED + " /source/title",
            RAISED + " /source/locator",
            RAISED + " /source/quote",
            CORRECTED + " /reason",
            CORRECTED + " /entry/description",
            MEETING + " /agenda/1",
            CONTEST + " /reason");

    private static final String AS_SENT = """
            {"entryId": "%s", "type": "watchpoint-raised", "effective": "2022", "watchpoint": "w", "kind": "need",
             "description": "Zoe Marquesnoy manque", "note": "dit Zoe Marquesnoy", "source": {
             "title": "Lettre de Zoe Marquesnoy", "locator": "chez Zoe Marquesnoy",
             "quote": "Moi, Zoe Marquesnoy"}}""".formatted(RAISED);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private MarkedRegister register;

    private byte[] packBefore = {};
    private String formBefore = "";

    @BeforeAll
    void record() throws Exception {
        register = MarkedRegister.in(data);
        register.post("/territories/lille/entries", """
                {"type": "territory-opened", "effective": "2020", "kind": "city", "name": "Lille"}""", 201);
        register.post("/territories/lille/entries", AS_SENT, 201);
        register.post("/territories/lille/entries/" + RAISED + "/correction", """
                {"entryId": "%s", "reason": "le mot de Zoe Marquesnoy", "kind": "wrong", "entry": {
                 "type": "watchpoint-raised", "effective": "2022", "watchpoint": "w", "kind": "need",
                 "description": "Zoe Marquesnoy est de retour",
                 "note": "dit Zoe Marquesnoy"}}""".formatted(CORRECTED), 201);
        register.post("/territories/lille/entries", """
                {"entryId": "%s", "type": "steering-committee-held", "effective": "2023-02-22", "meeting": "copil",
                 "level": "local", "agenda": ["Accueil", "Le cas de Zoe Marquesnoy"]}""".formatted(MEETING), 201);
        register.post("/territories/lille/entries/" + RAISED + "/contest", """
                {"entryId": "%s", "reason": "selon Zoe Marquesnoy", "by": "mel"}""".formatted(CONTEST), 201);
        register.post("/territories/lille/entries", """
                {"type": "territory-opened", "effective": "2099", "kind": "city", "name": "Lille",
                 "note": "dit Zoe Marquesnoy"}""", 422);
        register.post("/territories/lille/entries?dryRun=true", """
                {"type": "watchpoint-raised", "effective": "2022", "watchpoint": "x", "kind": "need",
                 "note": "dit Zoe Marquesnoy"}""", 200);
        register.awaitRead(5);
    }

    @AfterAll
    void stop() {
        register.close();
    }

    @Test
    @Order(1)
    void whoever_may_read_reads_it_and_the_form_without_personal_data_has_what_it_commits_to() throws Exception {
        for (String account : READERS) {
            for (String path : SHOWN) {
                assertThat(register.all(account, path)).as(account + " " + path).contains(MARK);
            }
        }
        for (String path : ASKED) {
            String answer = register.all("auditor", path);
            if (!path.contains("audit-pack") && !path.contains("/proof")) {
                assertThat(answer).as(path).doesNotContain("jalon-text:");
            }
        }
        String form = "/territories/lille/history?limit=500&people=ids&knownAt=5";
        formBefore = register.body("auditor", form);
        assertThat(formBefore).doesNotContain(MARK, "jalon-text:").contains("sha-256:");
        packBefore = register.send("national", "GET", "/territories/lille/audit-pack", "")
                .body();
        assertThat(FoundText.in(packBefore)).contains(MARK);
    }

    @Test
    @Order(2)
    void no_file_has_a_word_of_it_and_yet_it_is_found_by_its_beginning() throws Exception {
        assertThat(FoundText.filesWith(MARK, data)).isEmpty();
        assertThat(FoundText.filesWith("marquesnoy", data)).isEmpty();
        assertThat(FoundText.filesWith(RAISED, data)).isNotEmpty();
        assertThat(register.body("analyst", "/history?text=marques")).contains(RAISED, CORRECTED, MEETING, CONTEST);
        assertThat(register.body("analyst", "/history?text=marquez")).doesNotContain(RAISED);
    }

    @Test
    @Order(3)
    void a_text_is_redacted_by_the_national_team_alone_and_where_there_is_one() throws Exception {
        for (String account : READERS.subList(1, READERS.size())) {
            assertThat(redact(account, RAISED, "/note").statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(redact("national", RAISED, "/kind").statusCode()).isEqualTo(400);
        assertThat(redact("national", RAISED.replace('1', '7'), "/note").statusCode())
                .isEqualTo(404);
        assertThat(register.all("analyst", "/territories/lille/entries/" + RAISED))
                .contains("dit Zoe Marquesnoy");
    }

    @Test
    @Order(4)
    void once_it_is_redacted_it_is_nowhere_for_anybody() throws Exception {
        for (String place : PLACES) {
            String[] at = place.split(" ", -1);
            assertThat(redact("national", at[0], at[1]).statusCode()).as(place).isEqualTo(200);
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (register.all("national", "/history?territory=lille").contains(MARK)) {
            assertThat(System.nanoTime()).as("gone within a minute").isLessThan(end);
            Thread.sleep(20);
        }
        for (String account : READERS) {
            for (String path : ASKED) {
                assertThat(register.all(account, path)).as(account + " " + path).doesNotContain(MARK);
            }
        }
        assertThat(register.all("analyst", "/territories/lille/entries/" + RAISED))
                .contains("texte caviardé");
        assertThat(register.body("analyst", "/history?text=marques"))
                .doesNotContain(RAISED, CORRECTED, MEETING, CONTEST);
        assertThat(register.body("analyst", "/history?text=accueil")).contains(MEETING);
        assertThat(register.body("auditor", "/redactions"))
                .contains("\"pointer\":\"/agenda/1\"", "\"redactedBy\":\"national\"");
    }

    @Test
    @Order(5)
    void what_was_proved_stays_proved_and_the_check_finds_nothing() throws Exception {
        assertThat(register.body("auditor", "/territories/lille/history?limit=500&people=ids&knownAt=5"))
                .isEqualTo(formBefore);
        assertThat(new PackVerifier(List.of()).verify(packBefore).entries()).isEqualTo(5);
        assertThat(new PackVerifier(List.of())
                        .verify(register.send("auditor", "GET", "/territories/lille/audit-pack", "")
                                .body())
                        .entries())
                .isEqualTo(5);
        assertThat(new Asking(register.address(), "auditor").check().path("findings"))
                .isEmpty();
    }

    @Test
    @Order(6)
    void what_is_sent_again_changes_nothing_and_a_correction_leaves_it_or_says_something_else() throws Exception {
        register.post("/territories/lille/entries", AS_SENT, 200);
        assertThat(register.post("/territories/lille/entries", AS_SENT.replace("\"2022\"", "\"2021\""), 409))
                .contains("entry-id-taken");
        register.post("/territories/lille/entries/" + RAISED + "/correction", """
                {"reason": "la date", "kind": "refined", "entry": {"type": "watchpoint-raised", "effective": "2022-03",
                 "watchpoint": "w", "kind": "need",
                 "description": "texte caviardé", "note": "texte caviardé"}}""", 201);
        register.post("/territories/lille/entries/" + RAISED + "/correction", """
                {"reason": "autrement", "kind": "wrong", "entry": {"type": "watchpoint-raised", "effective": "2022",
                 "watchpoint": "w", "kind": "need", "note": "dit une personne"}}""", 201);
        register.awaitRead(7);
        assertThat(register.body("analyst", "/history?territory=lille")).contains("dit une personne");
    }

    @Test
    @Order(7)
    void a_rebuild_and_a_new_start_bring_nothing_back() throws Exception {
        register.post("/rebuild", "", 202);
        register.close();
        assertThat(FoundText.filesWith(MARK, data)).isEmpty();
        assertThat(FoundText.filesWith("marquesnoy", data)).isEmpty();
        register.start();
        register.awaitRead(5);

        assertThat(register.all("national", "/history?territory=lille"))
                .doesNotContain(MARK)
                .contains("texte caviardé");
        assertThat(register.body("analyst", "/history?text=marques")).doesNotContain(RAISED);
    }

    private HttpResponse<byte[]> redact(String account, String entry, String pointer) throws Exception {
        return register.send(
                account, "POST", "/territories/lille/entries/" + entry + "/redaction", """
                {"pointer": "%s", "reason": "dossier 18"}""".formatted(pointer));
    }
}
