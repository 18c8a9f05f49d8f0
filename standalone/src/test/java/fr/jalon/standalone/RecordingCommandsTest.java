package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.JalonCommand.Ended;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that record: what each says before it does anything, and what the register holds after it. */
class RecordingCommandsTest {
    private static final Pattern PLACE = Pattern.compile("nantes/\\d+");

    private final Terminal terminal = new Terminal(DemoServer.running().address()).in(Language.FRENCH);

    @Test
    void record_says_how_dates_were_read_and_what_would_be_before_it_records() {
        Ended rehearsed = watchpoint("cli-rehearsed", "--dry-run");

        assertThat(rehearsed.code()).as(rehearsed.error()).isZero();
        assertThat(rehearsed.error())
                .contains("mi-mars 2023 : du 11 au 20 mars 2023", "Serait nantes/", "Besoin", "Rien n'a été inscrit")
                .contains("  Le point de vigilance « cli-rehearsed » a été signalé (nature : besoin) ;"
                        + " début : entre le 11 et le 20 mars 2023.");
        assertThat(rehearsed.out()).isEmpty();
        assertThat(history()).doesNotContain("cli-rehearsed");
    }

    @Test
    void nothing_is_recorded_unless_somebody_agrees() {
        Ended declined = terminal.typing("non")
                .jalon(
                        "national",
                        "record",
                        "nantes",
                        "watchpoint-raised",
                        "effective=2023",
                        "watchpoint=cli-declined",
                        "kind=need");

        assertThat(declined.code()).isEqualTo(1);
        assertThat(declined.error()).contains("Inscrire ? [o/N]", "--yes");
        assertThat(history()).doesNotContain("cli-declined");
    }

    @Test
    void record_asks_for_what_is_not_given_and_again_for_what_it_cannot_read() {
        Ended asked = terminal.typing(
                        "Point de vigilance signalé",
                        "bientôt",
                        "mars 2023",
                        "",
                        "cli-asked (Un essai demandé)",
                        "Besoin",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "oui")
                .jalon("national", "record", "nantes");

        assertThat(asked.code()).as(asked.error()).isZero();
        assertThat(asked.error()).contains("« bientôt »", "Formes lues", "Nature (Besoin, ");
        assertThat(terminal.jalon("auditor", "show", place(asked)).out())
                .contains("Un essai demandé", "Besoin", "du 1ᵉʳ au 31 mars 2023 (2023-03)");
    }

    @Test
    void a_field_or_a_type_that_is_none_is_refused_with_where_to_look() {
        Ended field = terminal.jalon("national", "record", "nantes", "watchpoint-raised", "watchpoin=x");

        assertThat(field.code()).isEqualTo(2);
        assertThat(field.error()).contains("« watchpoin »", "jalon types watchpoint-raised");
        assertThat(terminal.jalon(
                                "national",
                                "record",
                                "nantes",
                                "watchpoint-raised",
                                "effective=2023",
                                "watchpoint=x",
                                "kind=need",
                                "topic=été à venir")
                        .error())
                .contains("  topic : ", "n’est pas un identifiant");
        assertThat(terminal.jalon("national", "record", "nantes", "no-such").error())
                .contains("jalon types");
        assertThat(terminal.jalon("national", "record", "nantes", "funding-granted", "amount=12.000")
                        .error())
                .contains("« 12.000 » peut se lire comme deux nombres");
        assertThat(terminal.jalon("national", "record", "nantes", "watchpoint-raised", "Nature=souci")
                        .error())
                .contains("Nature : « souci » ne figure pas parmi les valeurs possibles : Besoin, Intérêt, Frein");
    }

    @Test
    void what_is_missing_and_cannot_be_asked_for_is_named() {
        Ended ended = terminal.jalon("national", "record", "nantes", "watchpoint-raised", "effective=2023");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("Il manque : Point de vigilance");
    }

    @Test
    void what_the_register_refuses_is_said_and_not_asked_about() {
        Ended ended = terminal.jalon(
                "national", "record", "nantes", "funding-renewed", "effective=2023", "funding=cli-none", "--yes");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.error()).contains("rien n'a commencé").doesNotContain("Inscrire ?");
        assertThat(terminal.jalon(
                                "auditor",
                                "record",
                                "nantes",
                                "watchpoint-raised",
                                "effective=2023",
                                "watchpoint=x",
                                "kind=need")
                        .code())
                .as("who may record nothing")
                .isEqualTo(77);
    }

    @Test
    void a_thing_goes_by_its_name_which_the_register_knows_or_an_id_is_made_of_and_a_sum_by_its_euros() {
        String name = "Les Jardins du Nord";
        Ended first = funding("financement=cli-jardins", "financeur=" + name, "montant=12 500,50 €", "--yes");
        Ended second = funding("financement=cli-jardins-2", "financeur=les jardins DU nord", "--yes");

        assertThat(first.code()).as(first.error()).isZero();
        assertThat(first.error()).contains("« " + name + " » est nouveau : son identifiant sera les-jardins-du-nord");
        assertThat(terminal.jalon("auditor", "show", place(first)).out()).contains(name, "12\u00A0500,50\u00A0€");
        assertThat(second.error()).contains("« les jardins DU nord » : les-jardins-du-nord, au registre.");

        Ended contested = terminal.jalon(
                "national", "contest", place(second), "--by", name, "--reason", "Autre souvenir", "--yes");
        assertThat(contested.error()).contains("« " + name + " » : les-jardins-du-nord, au registre.");
    }

    @Test
    void an_organisation_that_other_registers_know_by_this_name_is_the_same_here() {
        recordedElsewhere("territory-opened", "effective=2020", "nom=Voisine", "kind=city");
        recordedElsewhere(
                "funding-granted", "effective=2023", "financement=cli-voisin", "funder=cli-fvs (Fonds des Voisins)");
        Ended said = funding("financement=cli-fonds", "financeur=fonds DES voisins", "--dry-run");

        assertThat(said.code()).as(said.error()).isZero();
        assertThat(said.error())
                .contains("« fonds DES voisins » : cli-fvs, comme dans d'autres registres.")
                .doesNotContain("est nouveau : son identifiant sera fonds");
    }

    private void recordedElsewhere(String... entry) {
        String[] line = {"record", "cli-voisine"};
        String[] whole = Stream.of(line, entry, new String[] {"--yes"})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        Ended recorded = terminal.jalon("national", whole);
        assertThat(recorded.code()).as(recorded.error()).isZero();
    }

    @Test
    void a_sum_in_euros_is_held_against_the_currency() {
        Ended refused = funding("financement=cli-francs", "financeur=mel", "amount.currency=CHF", "montant=12 €");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.error()).contains("« 12 € » est en euros, et l'inscription dit CHF");
    }

    private Ended funding(String... more) {
        String[] line = {"record", "nantes", "funding-granted", "effective=2024"};
        return terminal.jalon(
                "national", Stream.of(line, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    @Test
    void correct_changes_what_is_given_and_leaves_the_rest() {
        String place = place(watchpoint("cli-corrected", "--yes"));

        Ended corrected = terminal.jalon(
                "national", "correct", place, "effective=15 mars 2023", "--reason", "Une date", "--refined", "--yes");
        assertThat(corrected.code()).as(corrected.error()).isZero();
        assertThat(corrected.error()).contains("cli-corrected · Besoin ; dans le monde : le 15 mars 2023");
        Ended again = terminal.jalon("national", "correct", place, "kind=risque", "--reason", "Un risque", "--yes");
        assertThat(again.error())
                .as("goes on from what it was corrected to")
                .contains("cli-corrected · Risque ; dans le monde : le 15 mars 2023");

        assertThat(terminal.jalon("auditor", "show", place).out())
                .contains("corrigée par n° " + number(corrected) + ", n° " + number(again));
    }

    @Test
    void what_is_contested_or_retracted_is_told_by_the_names_of_things() {
        for (String[] about : new String[][] {{"contest", "--by", "DDETS 13"}, {"retract"}}) {
            List<String> line = new ArrayList<>(List.of(about));
            line.addAll(List.of("marseille/4", "--reason", "Un essai", "--dry-run"));
            assertThat(terminal.jalon("national", line.toArray(String[]::new)).error())
                    .contains("DDETS 13 · Soutien insuffisant · Convergence");
        }
    }

    @Test
    void contest_and_retract_stay_in_sight() {
        String place = place(watchpoint("cli-contested", "--yes"));

        Ended contested = terminal.jalon(
                "national", "contest", place, "--by", "ddets-44 (DDETS 44)", "--reason", "Autre souvenir", "--yes");
        assertThat(contested.code()).as(contested.error()).isZero();
        Ended retracted = terminal.jalon("national", "retract", place, "--reason", "Essai", "--yes");
        assertThat(retracted.code()).as(retracted.error()).isZero();

        assertThat(terminal.jalon("auditor", "show", place).out())
                .contains("contestée par n° " + number(contested), "retirée par n° " + number(retracted))
                .contains("DDETS 44", "Autre souvenir");
    }

    @Test
    void fulfil_records_what_was_announced_and_asks_when_it_came() {
        String place = place(watchpoint("cli-announced", "status=prévu", "--yes"));

        Ended fulfilled = terminal.typing("15 mars 2023", "oui").jalon("national", "fulfil", place);

        assertThat(fulfilled.code()).as(fulfilled.error()).isZero();
        assertThat(fulfilled.error())
                .contains("dans le monde : le 15 mars 2023 ; Effectif")
                .contains("(n° " + place.replaceFirst(".*/", "") + ")");
        assertThat(terminal.jalon("auditor", "show", place).out())
                .contains("Prévu, accomplie par n° " + number(fulfilled));
    }

    private Ended watchpoint(String id, String... more) {
        String[] line = {
            "record", "nantes", "watchpoint-raised", "effective=mi-mars 2023", "watchpoint=" + id, "kind=besoin"
        };
        return terminal.jalon(
                "national", Stream.of(line, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private String history() {
        return terminal.jalon("auditor", "history", "nantes").out();
    }

    private static String place(Ended recorded) {
        Matcher place = PLACE.matcher(recorded.out());
        assertThat(place.find()).as(recorded.error()).isTrue();
        return place.group();
    }

    private static String number(Ended recorded) {
        return place(recorded).replaceFirst(".*/", "");
    }
}
