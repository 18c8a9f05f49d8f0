package fr.jalon.seal.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Register;
import fr.jalon.people.MasterKey;
import fr.jalon.people.NameSeal;
import fr.jalon.people.PersonKeys;
import fr.jalon.people.ReaderNames;
import fr.jalon.people.TextKeys;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.node.ObjectNode;

/** What a report says of each entry, read as its text. */
class ReportTest {
    /** No name is sealed here, so that none is asked for. */
    private static final ReaderNames NOBODY = new ReaderNames(
            new NameSeal(
                    new PersonKeys(new DriverManagerDataSource(), MasterKey.random()),
                    new TextKeys(new DriverManagerDataSource(), MasterKey.random())),
            territory -> false);

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private final List<StoredEvent> events = new ArrayList<>();

    @Test
    void what_is_planned_or_possible_says_so() {
        record("territory-opened", "2019-01-01", "\"name\": \"Lille\", \"kind\": \"city\"");
        record("programme-launched", "2024", "\"status\": \"planned\", \"programme\": {\"id\": \"phc\"}");
        record("programme-launched", "2023", "\"status\": \"possible\", \"programme\": {\"id\": \"cvg\"}");

        assertThat(row(1)).doesNotContain("Statut");
        assertThat(row(2)).contains("Lancement du programme|Statut : Prévu");
        assertThat(row(3)).contains("Lancement du programme|Statut : Envisagé");
    }

    @Test
    void a_correction_shows_its_target_its_reason_and_what_differs_before_and_after() {
        record("coordination-carrier-changed", "2019", "\"carrier\": {\"id\": \"adpei\", \"name\": \"ADPEI\"}");
        record("coordination-carrier-changed", "2023", """
                "carrier": {"id": "hpf", "name": "HPF"},
                "source": {"title": "COPIL", "asserted": "2023-01-26", "quote": "HPF a repris"}""");
        record("entry-corrected", null, """
                "target": "%s", "kind": "refined", "reason": "La convention précise le jour", "entry":
                {"type": "coordination-carrier-changed", "effective": "2023-04-01", "note": "Convention jointe",
                 "carrier": {"id": "hpf", "name": "HPF"},
                 "source": {"title": "COPIL", "asserted": "2023-02-02"}}""".formatted(id(2)));

        assertThat(row(3))
                .contains(
                        "Motif : La convention précise le jour|",
                        "|Corrige n° 2 : Changement de porteur de la coordination|",
                        "|Avant : Date d’effet : 2023 ; Source : Date de l’affirmation : 26 janvier 2023"
                                + " ; Citation : « HPF a repris »|",
                        "|Après : Date d’effet : 1ᵉʳ avril 2023 ; Source : Date de l’affirmation : 2 février 2023"
                                + " ; Note : Convention jointe|");
        assertThat(row(2)).contains("|Corrigée par n° 3|");
    }

    @Test
    void a_correction_of_the_same_thing_shows_what_else_is_said_of_it() {
        record("worksite-joined-programme", "2022", """
                "worksite": {"id": "jardins", "name": "Jardins", "department": "59"}, "programme": {"id": "phc"}""");
        record("entry-corrected", null, """
                "target": "%s", "kind": "wrong", "reason": "Faute", "entry": {"type": "worksite-joined-programme",
                 "effective": "2022", "programme": {"id": "phc"},
                 "worksite": {"id": "jardins", "name": "Jardins", "siret": "73282932000074"}}""".formatted(id(1)));

        assertThat(row(2))
                .contains(
                        "|Avant : Chantier : Département : Nord (59)|", "|Après : Chantier : SIRET : 73282932000074|");
    }

    @Test
    void a_second_correction_corrects_what_the_first_one_made_of_the_entry() {
        record("coordination-carrier-changed", "2019", "\"carrier\": {\"id\": \"adpei\", \"name\": \"ADPEI\"}");
        for (String day : List.of("2019-01", "2019-01-15")) {
            record("entry-corrected", null, """
                    "target": "%s", "kind": "refined", "reason": "précision", "entry": {"effective": "%s",
                    "type": "coordination-carrier-changed", "carrier": {"id": "adpei"}}""".formatted(id(1), day));
        }

        assertThat(row(3)).contains("|Avant : Date d’effet : janvier 2019|Après : Date d’effet : 15 janvier 2019|");
        assertThat(text()).contains("Porteur : adpei|certain|15 janvier 2019||1 (corrigée par 2, 3)|");
    }

    @Test
    void a_contest_a_retraction_an_abandonment_and_what_comes_true_show_their_target() {
        record("programme-launched", "2022", "\"status\": \"planned\", \"programme\": {\"id\": \"phc\"}");
        record("programme-launched", "2022-05", """
                "fulfils": "%s", "programme": {"id": "phc"}""".formatted(id(1)));
        record("entry-contested", null, """
                "target": "%s", "reason": "Trop tôt", "by": {"id": "mel", "name": "Métropole"}""".formatted(id(2)));
        record("entry-retracted", null, "\"target\": \"%s\", \"reason\": \"Saisie deux fois\"".formatted(id(3)));
        record("study-launched", "2024", "\"status\": \"planned\", \"study\": {\"id\": \"essaimage\"}");
        record("announcement-abandoned", "2023", "\"target\": \"%s\"".formatted(id(5)));

        assertThat(row(2)).contains("|Réalise l'annonce n° 1 : Lancement du programme|");
        assertThat(row(3)).contains("Contestée par : Métropole|Conteste n° 2 : Lancement du programme|");
        assertThat(row(4)).contains("Motif : Saisie deux fois|Retire n° 3 : Inscription contestée|");
        assertThat(row(6)).contains("|Abandonne n° 5 : Étude lancée|");
    }

    @Test
    void a_thing_has_the_name_that_the_register_knew_then() {
        record("coordination-carrier-changed", "2019", "\"carrier\": {\"id\": \"adpei\", \"name\": \"Ancien nom\"}");
        record("territory-opened", "2019-01-01", "\"name\": \"Lille\", \"kind\": \"city\"");
        record("project-launched", "2022", """
                "project": {"id": "logis", "name": "Logis"}, "carrier": {"id": "adpei", "name": "Nouveau nom"}""");

        assertThat(row(1)).contains("Porteur : Ancien nom");
        assertThat(row(3)).contains("Porteur : Nouveau nom");
        assertThat(text(2)).as("known at the second entry").contains("Porteur : Ancien nom|certain");
        assertThat(text(3)).contains("Porteur : Nouveau nom|certain");
        assertThat(text(2)).as("its picture too").contains("Porteur de la coordination : Ancien nom");
    }

    @Test
    void a_source_shows_who_spoke_its_dates_and_the_words() {
        record("territory-opened", "2019-01-01", """
                "name": "Lille", "kind": "city", "source": {"title": "COPIL national", "asserted": "2023-01-26",
                "published": "2023-02-22", "speaker": {"id": "mel", "name": "Métropole"}, "quote": "c'est ouvert"}""");

        assertThat(row(1))
                .contains("|COPIL national|Date de l’affirmation : 26 janvier 2023 ; Date de publication :"
                        + " 22 février 2023 ; Locuteur : Métropole ; Citation : « c'est ouvert »|");
    }

    @Test
    void facts_and_announcements_have_the_numbers_of_the_entries_they_rest_on() {
        record("territory-opened", "2019-01-01", "\"name\": \"Lille\", \"kind\": \"city\"");
        record("funding-granted", "2020/..", """
                "funding": "mel", "funder": {"id": "mel", "name": "Métropole"},
                "amount": {"value": "100", "currency": "EUR"}""");
        record("funding-amount-changed", "2021-01-01", """
                "funding": "mel", "direction": "increased", "amount": {"value": "200", "currency": "EUR"}""");
        record("study-launched", "2025", "\"status\": \"planned\", \"study\": {\"id\": \"essaimage\"}");

        assertThat(text())
                .contains("Montant : 200,00\u00A0€|certain|1ᵉʳ janvier 2021||2, 3|", "Étude : essaimage|Prévu|2025|4|");
    }

    private void record(String type, @Nullable String effective, String attributes) {
        int number = events.size() + 1;
        ObjectNode entry = (ObjectNode) Json.parse("{" + attributes + "}");
        entry.put("entryId", id(number).toString()).put("territory", "lille").put("type", type);
        if (effective != null) {
            entry.put("effective", effective);
        }
        if (entry.get("entry") instanceof ObjectNode content) {
            content.put("entryId", entry.get("target").stringValue()).put("territory", "lille");
        }
        events.add(new StoredEvent(
                number,
                id(number),
                "lille",
                number,
                Instant.parse("2024-01-01T09:00:00Z").plusSeconds(number),
                type,
                "1",
                entry.toString(),
                "{\"actor\":\"national\",\"role\":\"national\"}"));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    /** A row of the history, its cells and lines ended by bars. */
    private String row(int number) {
        String history = text();
        int begin = history.indexOf(number + "|01/01/2024");
        return history.substring(begin, history.indexOf('\n', begin));
    }

    private String text() {
        return text(events.size());
    }

    private String text(int known) {
        Register register = register(known);
        Told told = new Told(
                "lille",
                register(events.size()),
                register,
                RegisterState.of("lille", register, new AsOf(LocalDate.of(2023, 6, 1))),
                "2024-01-02T00:00:00Z",
                "note");
        String html = Report.html(told, NOBODY, events.iterator());
        return MARKUP.matcher(html.substring(html.indexOf("</style>"))
                        .replaceAll("</(td|div)>(<div[^>]*>)?|(?<=[^>])<div[^>]*>", "|"))
                .replaceAll("")
                .replace("\n", "\n|")
                .replaceAll("\\|{3,}(?=\n)", "|");
    }

    private Register register(int known) {
        return Register.of(events.subList(0, known).stream()
                .map(event -> ReadEvent.of(event).orThrow().recorded())
                .toList());
    }
}
