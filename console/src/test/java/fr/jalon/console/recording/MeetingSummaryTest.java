package fr.jalon.console.recording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.client.MeetingDraft;
import fr.jalon.console.page.EntryRow;
import fr.jalon.events.language.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingSummaryTest {
    private static final MeetingDraft DRAFT =
            new MeetingDraft("d-1", "lille", "COPIL & suites", null, List.of(), "claire", Instant.EPOCH, 3);

    @Test
    void it_lists_what_was_recorded_with_its_addresses_and_what_is_not_yet() {
        MeetingContent content = new MeetingContent(
                List.of(row("e-1", 12, "Chantier retiré : Jardins", false), row("e-2", 13, "Erreur", true)),
                List.of(new MeetingContent.Aside("e-3", "Financement accordé", "mel, 2024", "/x")));

        MeetingSummary summary = MeetingSummary.of(DRAFT, content, "Lille", "https://jalon.exemple", Language.FRENCH);

        assertThat(summary.subject()).isEqualTo("Inscrit au registre : COPIL & suites");
        assertThat(summary.text()).isEqualTo("""
                COPIL & suites, territoire Lille

                Inscrit au registre :
                - n° 12 : Chantier retiré : Jardins, automne 2023
                  https://jalon.exemple/console/territories/lille/entries/e-1

                Reste à inscrire :
                - Financement accordé : mel, 2024
                """);
    }

    @Test
    void the_mail_has_the_same_words_and_no_letter_that_ends_the_address() {
        MeetingSummary summary = MeetingSummary.of(
                DRAFT, new MeetingContent(List.of(), List.of()), "Lille", "https://x", Language.ENGLISH);

        assertThat(summary.mail())
                .startsWith("mailto:?subject=Recorded%20in%20the%20register%3A%20COPIL%20%26%20suites&body=")
                .contains("%0D%0A")
                .doesNotContain(" ", "\n", "+");
    }

    private static EntryRow row(String id, long position, String content, boolean dropped) {
        return new EntryRow(
                id, "lille", position, "hier", "claire", content, "automne 2023", "effectif", false, dropped);
    }
}
