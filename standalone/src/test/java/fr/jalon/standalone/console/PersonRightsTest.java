package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.standalone.Asking;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is done for a person who is named, on the pages of the national team. */
@Tag("long")
class PersonRightsTest {
    private static final String NAME = "Maxime Journée";
    private static final String ADDRESS = "/console/persons?id=p-rights";

    @BeforeAll
    static void name_somebody() throws Exception {
        Chromium.running();
        record("""
                {"type": "team-member-joined", "effective": "2020/2021", "position": "cp-rights", "role": "partnership",
                 "person": {"id": "p-rights", "name": "%s"},
                 "source": {"title": "COPIL", "quote": "Bienvenue à Maxime"}}""".formatted(NAME));
        record("""
                {"type": "contribution-acknowledged", "effective": "2021-05-04", "note": "En séance",
                 "person": {"id": "p-rights", "name": "%s"}, "reason": "Un travail suivi"}""".formatted(NAME));
    }

    @Test
    void a_name_is_kept_from_all_others_and_shown_again() {
        try (Screen screen = Screen.of(Look.USUAL, "national");
                Screen auditor = Screen.of(Look.USUAL, "auditor")) {
            Page page = screen.open(ADDRESS).page();
            page.locator("#limit-reason").fill("dossier 19");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Limiter ce nom"))
                    .click();
            assertThat(page.locator(".done").textContent()).contains("Le nom est limité");
            assertThat(page.locator("#main").textContent()).contains("Nom limité depuis", "dossier 19", NAME);

            awaitWord(auditor, "nom limité");
            assertThat(auditor.page().locator("#main").textContent()).doesNotContain(NAME, "Limiter ce nom");

            page.locator("#limit-reason").fill("réglé");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lever la limitation"))
                    .click();
            assertThat(page.locator(".done").textContent()).contains("La limitation est levée");
            awaitWord(auditor, NAME);
        }
    }

    private static void awaitWord(Screen screen, String word) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!screen.open(ADDRESS).page().locator("#main").textContent().contains(word)) {
            assertThat(System.nanoTime()).as(word + " within a minute").isLessThan(end);
        }
    }

    @Test
    void all_that_is_held_is_one_document_that_prints_whole_on_a4() throws IOException {
        try (Screen screen = Screen.of(Look.USUAL, "national")) {
            Page page = screen.open(ADDRESS).page();
            assertThat(screen.flaws()).isEmpty();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Le document à lui remettre"))
                    .click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Tout ce qui est tenu sur " + NAME);
            assertThat(screen.flaws()).isEmpty();
            byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));

            try (PDDocument document = Loader.loadPDF(printed)) {
                PDRectangle sheet = document.getPage(0).getMediaBox();
                assertThat(sheet.getWidth()).isBetween(PDRectangle.A4.getWidth() - 1, PDRectangle.A4.getWidth() + 1);
                assertThat(sheet.getHeight()).isBetween(PDRectangle.A4.getHeight() - 1, PDRectangle.A4.getHeight() + 1);
                assertThat(new PDFTextStripper().getText(document))
                        .contains(NAME, "p-rights", "Bienvenue à Maxime", "Un travail suivi", "En séance", "Vos droits")
                        .doesNotContain("Contrôle", "Revenir à cette personne", "English");
            }
        }
    }

    private static void record(String entry) throws Exception {
        Asking national = new Asking(Chromium.server(), "national");
        HttpResponse<String> recorded = national.post("/territories/lille/entries", entry);
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        long position =
                JsonMapper.shared().readTree(recorded.body()).path("position").asLong();
        assertThat(national.get("/territories/lille?minPosition=" + position).isMissingNode())
                .isFalse();
    }
}
