package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.standalone.Asking;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people come for, each within so many touches from the first page on; a field that is filled is one. */
class JourneysTest {
    private static final UUID JOINED = UUID.randomUUID();
    private static final UUID SAYS_TOO_MUCH = UUID.randomUUID();

    @BeforeAll
    static void something_to_leave() throws Exception {
        Chromium.running();
        record("""
                {"entryId": "%s", "type": "worksite-joined-programme", "effective": "2021",
                 "worksite": {"id": "jardins-du-nord", "name": "Les Jardins du Nord"},
                 "programme": "convergence"}""".formatted(JOINED));
        record("""
                {"entryId": "%s", "type": "watchpoint-raised", "effective": "2021", "watchpoint": "dit-trop",
                 "kind": "need", "note": "Dit Zoe Exemple", "description": "Un besoin"}""".formatted(SAYS_TOO_MUCH));
    }

    @Test
    void a_text_that_says_too_much_is_redacted_for_good_by_who_knows_it_is() {
        String address = "/console/territories/lille/entries/" + SAYS_TOO_MUCH;
        try (Screen screen = Screen.of(Look.USUAL, "national")) {
            Hand hand = new Hand(screen.open(address).page());
            hand.click(AriaRole.LINK, "Caviarder un texte");
            hand.page.getByText("Dit Zoe Exemple").click();
            hand.fill("[name=reason]", "dossier 18");
            hand.click(AriaRole.BUTTON, "Caviarder ce texte");
            assertThat(hand.page.locator(".done").count())
                    .as("not before it is confirmed")
                    .isZero();
            hand.page.locator("#sure").check();
            hand.click(AriaRole.BUTTON, "Caviarder ce texte");

            assertThat(hand.page.locator(".done").textContent()).contains("Le texte est caviardé");
            assertThat(hand.page.locator("form.write").textContent())
                    .contains("Un besoin")
                    .doesNotContain("Zoe");
        }
        try (Screen screen = Screen.of(Look.USUAL, "coordinator-lille")) {
            String shown = screen.open(address).page().locator("main").textContent();
            assertThat(shown).contains("texte caviardé", "Un besoin").doesNotContain("Zoe", "Caviarder");
        }
    }

    @Test
    void a_worksite_that_left_last_autumn_is_recorded_within_eight() {
        try (Screen screen = Screen.of(Look.USUAL, "coordinator-lille")) {
            Hand hand = new Hand(screen.open("/console").page());
            hand.click(AriaRole.LINK, "Inscrire un changement");
            hand.fill("input[name=q]", "retrait");
            hand.press("Enter");
            hand.click(AriaRole.LINK, "Chantier sorti du programme");
            hand.fill("[name='worksite.id']", "Les Jardins du Nord");
            hand.fill("[name='programme.id']", "Convergence");
            hand.fill("[name=effective]", "automne dernier");
            hand.click(AriaRole.BUTTON, "Inscrire");

            assertThat(hand.page.locator("h1").textContent()).isEqualTo("C’est inscrit");
            assertThat(hand.touches).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void a_mistake_is_corrected_within_six() {
        try (Screen screen = Screen.of(Look.USUAL, "coordinator-lille")) {
            Hand hand = new Hand(
                    screen.open("/console/territories/lille/entries/" + JOINED).page());
            hand.click(AriaRole.LINK, "Corriger");
            hand.fill("[name=reason]", "C’était un an plus tôt");
            hand.fill("[name=effective]", "2020");
            hand.click(AriaRole.BUTTON, "Inscrire");

            assertThat(hand.page.locator("h1").textContent()).isEqualTo("C’est inscrit");
            assertThat(hand.page.locator(".lede").textContent())
                    .as("the name that the entry gave is kept")
                    .contains("Les Jardins du Nord");
            assertThat(hand.touches).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void who_changed_the_carrier_and_on_which_words_is_found_within_four() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Hand hand = new Hand(screen.open("/console").page());
            hand.click(AriaRole.LINK, "Marseille");
            hand.click(AriaRole.LINK, "Pourquoi : HPF");
            hand.click(AriaRole.LINK, "Changement de porteur de la coordination : HPF");

            assertThat(hand.page.locator("blockquote").textContent()).isNotBlank();
            assertThat(hand.page.locator("main").textContent()).contains("national");
            assertThat(hand.touches).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void what_was_known_on_an_earlier_day_is_seen_within_three() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Hand hand = new Hand(
                    screen.open("/console/territories/marseille-exemple").page());
            hand.fill("section.dates input[name=knownAt]", "2023-01-01");
            hand.press("Enter");
            hand.page.waitForURL("**knownAt=2023-01-01");

            assertThat(hand.page.locator(".band").textContent()).contains("1ᵉʳ janvier 2023");
            assertThat(hand.touches).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_funder_sees_what_it_gave_on_a_day_within_four() {
        try (Screen screen = Screen.of(Look.USUAL, "funder-metropole-lyon")) {
            Hand hand = new Hand(screen.open("/console").page());
            hand.fill("section.dates input[name=asOf]", "2023-06-30");
            hand.press("Enter");
            hand.page.waitForURL("**asOf=2023-06-30");

            assertThat(hand.page.locator("main").textContent()).contains("30 juin 2023", "montant inconnu");
            assertThat(hand.touches).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void its_page_on_a_day_is_printed_within_four_and_is_one_sheet() {
        try (Screen screen = Screen.of(Look.USUAL, "funder-mel")) {
            Hand hand = new Hand(screen.open("/console").page());
            hand.fill("section.dates input[name=asOf]", "2023-06-30");
            hand.press("Enter");
            hand.page.waitForURL("**asOf=2023-06-30");
            byte[] printed = hand.print();

            assertThat(Pattern.compile("/Type\\s*/Page\\b")
                            .matcher(new String(printed, StandardCharsets.ISO_8859_1))
                            .results()
                            .count())
                    .as("sheets")
                    .isEqualTo(1);
            assertThat(hand.touches).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void an_entry_is_proven_within_three() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Hand hand = new Hand(screen.open("/console").page());
            hand.touches++;
            hand.page.locator(".entries > li > a").first().click();
            hand.click(AriaRole.BUTTON, "Vérifier dans mon navigateur");
            hand.page.locator(".proof.held").waitFor();

            assertThat(hand.touches).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_table_with_two_faults_is_taken_in_mended_and_taken_in_within_nine() {
        String table = """
                territory,type,effective,watchpoint,kind
                lille,watchpoint-raised,2023,importe-un,need
                lille,watchpoint-raised,vers 2023,importe-deux,need
                lille,watchpoint-raised,2023,importe-trois,wish
                """;
        try (Screen screen = Screen.of(Look.USUAL, "coordinator-lille")) {
            Hand hand = new Hand(screen.open("/console").page());
            hand.click(AriaRole.LINK, "Importer un tableau");
            hand.choose("input[name=file]", "changements.csv", table);
            hand.click(AriaRole.BUTTON, "Voir ce que cela donnerait");
            assertThat(hand.page.locator("#faulty").textContent()).isEqualTo("À revoir (2)");
            hand.click(AriaRole.BUTTON, "Inscrire la bonne ligne");
            String toMend = hand.download("Télécharger les lignes à revoir");
            hand.click(AriaRole.LINK, "Importer un autre tableau, ou celui-ci une fois corrigé");
            hand.choose(
                    "input[name=file]",
                    "lignes.csv",
                    toMend.replace("vers 2023", "2023").replace("wish", "need"));
            hand.click(AriaRole.BUTTON, "Voir ce que cela donnerait");
            hand.click(AriaRole.BUTTON, "Inscrire les 2 bonnes lignes");

            assertThat(hand.page.locator(".lede").textContent()).isEqualTo("2 lignes sont inscrites.");
            assertThat(hand.touches).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void what_is_recorded_elsewhere_appears_while_the_national_team_looks() throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "national")) {
            Page page = screen.open("/console").page();
            page.waitForResponse("**/console/changes", () -> page.reload());
            String name = "Vu en direct " + UUID.randomUUID();
            record("""
                    {"type": "watchpoint-raised", "effective": "2023", "kind": "need",
                     "watchpoint": {"id": "%s", "name": "%s"}}""".formatted("w-" + UUID.randomUUID(), name));

            page.locator("[data-live] li", new Page.LocatorOptions().setHasText(name))
                    .first()
                    .waitFor();
        }
    }

    @Test
    void a_history_is_carried_away_as_it_is_filtered_and_that_is_written_down() throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Page page = screen.open("/console/history?territory=lille&type=worksite-joined-programme")
                    .page();
            String file = page.locator(".carry a").last().getAttribute("href");
            String table = page.request().get(file).text();

            assertThat(table.lines().skip(1)).isNotEmpty().allMatch(row -> row.contains("Lille"));
            assertThat(table).contains("Les Jardins du Nord").doesNotContain("Porteur");
        }
        JsonNode carried = new Asking(Chromium.server(), "national")
                .get("/access?kind=carried-away&account=auditor")
                .path("accesses")
                .path(0);
        assertThat(carried.path("operation").asString("")).isEqualTo("history");
        assertThat(carried.path("about").asString("")).isEqualTo("lille");
    }

    @Test
    void a_file_that_is_too_large_is_told_by_a_page_without_a_script_too() {
        try (Screen screen = Screen.of(Look.USUAL.withoutScripts(), "national")) {
            Page page = screen.open("/console/import").page();
            page.locator("input[name=file]")
                    .setInputFiles(new FilePayload("grand.csv", "text/csv", new byte[(1 << 20) + (1 << 16)]));
            page.locator("form.write button").click();

            assertThat(page.locator("[role=alert]").first().textContent()).contains("1 Mo");
        }
    }

    @Test
    void what_was_typed_is_there_again_after_another_page() {
        try (Screen screen = Screen.of(Look.USUAL, "coordinator-lille")) {
            Page page = screen.open("/console/record/lille/watchpoint-raised").page();
            page.locator("[name='watchpoint.id']").fill("Logement des salariés");
            screen.open("/console");
            screen.open("/console/record/lille/watchpoint-raised");

            assertThat(page.locator("[name='watchpoint.id']").inputValue()).isEqualTo("Logement des salariés");
        }
    }

    /** Somebody's, which counts what it touches. */
    private static final class Hand {
        private final Page page;
        private int touches;

        Hand(Page page) {
            this.page = page;
        }

        void click(AriaRole role, String name) {
            touches++;
            Locator found = page.getByRole(
                    role, new Page.GetByRoleOptions().setName(name).setExact(true));
            found.first().click();
            page.waitForLoadState();
        }

        void fill(String selector, String text) {
            touches++;
            page.locator(selector).fill(text);
        }

        /** Chooses a file with such text. */
        void choose(String selector, String name, String text) {
            touches++;
            page.locator(selector)
                    .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        }

        /** The text of a file that is downloaded. */
        String download(String link) {
            Download file = page.waitForDownload(() -> click(AriaRole.LINK, link));
            try (InputStream content = file.createReadStream()) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] print() {
            touches++;
            return page.pdf(new Page.PdfOptions().setFormat("A4"));
        }

        void press(String key) {
            touches++;
            page.keyboard().press(key);
            page.waitForLoadState();
        }
    }

    private static void record(String entry) throws Exception {
        Asking national = new Asking(Chromium.server(), "national");
        HttpResponse<String> answer = national.post("/territories/lille/entries", entry);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        long position =
                JsonMapper.shared().readTree(answer.body()).path("position").asLong();
        assertThat(national.get("/territories/lille?minPosition=" + position).isObject())
                .isTrue();
    }
}
