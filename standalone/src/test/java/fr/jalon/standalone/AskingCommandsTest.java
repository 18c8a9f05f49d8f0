package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.JalonCommand.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands that ask, in front of the demonstration. */
class AskingCommandsTest {
    private final Terminal terminal = new Terminal(DemoServer.running().address());
    private final Terminal french = terminal.in(Language.FRENCH);

    @Test
    void territories_say_who_carries_the_coordination() {
        assertThat(french.jalon("auditor", "territories").out())
                .contains("Porteur de la coordination", "marseille", "HPF (certain)");
    }

    @Test
    void status_says_who_and_what_first_and_what_is_planned_apart() {
        String said = french.jalon("auditor", "status", "marseille").out();

        assertThat(said).contains("DDETS 13 · Soutien insuffisant · Convergence");
        assertThat(said.substring(said.indexOf("Annoncé, pas encore advenu")))
                .contains("Chargée de partenariat 1", "Prévu")
                .doesNotContain("certain");
    }

    @Test
    void status_says_where_it_is_certain_that_one_of_several_holds() {
        assertThat(french.jalon("auditor", "status", "marseille-exemple", "--as-of", "2023-06-01")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("Porteur de la coordination")))
                .hasSize(2)
                .allMatch(line -> line.contains("possible (à coup sûr l'un d'eux)"));
    }

    @Test
    void status_is_wrapped_to_a_terminal_and_whole_anywhere_else() {
        String told = "Pas un soutien politique suffisant pour pouvoir porter le programme";
        Ended shown = french.showing(80).jalon("auditor", "status", "marseille");

        assertThat(shown.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(shown.out()).doesNotContain(told);
        assertThat(french.jalon("auditor", "status", "marseille").out()).contains(told);
    }

    @Test
    void a_place_beyond_the_register_is_said() {
        Ended ended = french.jalon("auditor", "status", "marseille", "--known-at", "5000");

        assertThat(ended.code()).isZero();
        assertThat(ended.error()).contains("s'arrête à la position", "avant 5000");
        assertThat(french.jalon("auditor", "status", "marseille", "--known-at", "2999-01-01")
                        .error())
                .contains("2999-01-01 n'est pas passé");
        assertThat(french.jalon("auditor", "status", "marseille", "--known-at", "2000-01-01")
                        .out())
                .contains("rien n'était encore inscrit à l'instant demandé");
        assertThat(french.jalon("auditor", "replay", "marseille", "--position", "5000")
                        .error())
                .contains("avant 5000");
        assertThat(french.jalon("auditor", "status", "marseille", "--known-at", "3")
                        .error())
                .isEmpty();
    }

    @Test
    void history_tells_what_each_entry_says_and_whether_it_is_so() {
        Ended ended = french.jalon("auditor", "history", "marseille");

        assertThat(ended.out().lines().filter(line -> line.contains("Chargée de partenariat 1")))
                .singleElement()
                .asString()
                .contains("Arrivée dans l’équipe : Chargée de partenariat 1", "Prévu");
        assertThat(ended.out())
                .contains("DDETS 13 · Soutien insuffisant · Convergence")
                .doesNotContain("300baa25");
        assertThat(french.jalon("auditor", "history", "marseille", "--ids").out())
                .contains("300baa25-0ef2-58da-b8d0-2c82986fb589");
    }

    @Test
    void history_without_a_territory_is_that_of_all_by_their_places() {
        Ended ended = french.jalon("auditor", "history", "--text", "soutien insuff ddets");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("marseille/4", "Position institutionnelle exprimée : DDETS 13");
        assertThat(french.jalon("auditor", "history", "--type", "territory-opened")
                        .out())
                .contains("lille/1", "marseille/1");
        assertThat(french.jalon("auditor", "history", "lyon", "--actor", "nobody")
                        .out()
                        .lines())
                .hasSize(1);
    }

    @Test
    void why_says_what_an_answer_rests_on_and_what_would_settle_it() {
        String said = french.jalon(
                        "auditor", "why", "marseille-exemple", "coordination-carrier", "--as-of", "2023-06-01")
                .out();

        assertThat(said)
                .contains("HPF", "possible (à coup sûr l'un d'eux)", "Cela repose sur :")
                .contains("Reste à établir le jour où HPF a pris la coordination")
                .contains("–  Entre le");
        assertThat(french.jalon("auditor", "why", "marseille-exemple", "coordination-carrier", "--as-of", "2010")
                        .out())
                .contains("Marseille (exemple fictif", "Rien n'est vrai ce jour-là.");
        assertThat(french.jalon("auditor", "why", "marseille", "study:none").error())
                .contains("Aucune inscription n'a jamais parlé de « study:none »");
        assertThat(french.jalon("auditor", "why", "marseille", "nothing").error())
                .contains("coordination-carrier");
    }

    @Test
    void why_is_wrapped_to_a_terminal() {
        String[] asked = {"why", "marseille-exemple", "coordination-carrier", "--as-of", "2023-06-01"};
        Ended shown = french.showing(80).jalon("auditor", asked);

        assertThat(shown.out().lines().skip(1)).allMatch(line -> line.length() <= 80);
        assertThat(french.jalon("auditor", asked).out().lines()).anyMatch(line -> line.length() > 80);
    }

    @Test
    void replay_never_shows_an_announcement_as_holding_on_a_day() {
        String said = french.jalon("auditor", "replay", "marseille", "--position", "10")
                .out();

        assertThat(said.lines().filter(line -> line.contains("+ Arrivée dans l’équipe")))
                .singleElement()
                .asString()
                .contains("Chargée de partenariat 1", "Prévu, 2023")
                .doesNotContain("certain");
    }

    @Test
    void show_takes_a_place_or_an_id_and_tells_the_whole_entry() {
        Ended byPlace = french.jalon("auditor", "show", "marseille/4");

        assertThat(byPlace.out())
                .contains("marseille/4 : Position institutionnelle exprimée", "DDETS 13")
                .contains("au plus tard le 26 janvier 2023 ([..2023-01-26])");
        assertThat(french.jalon("auditor", "show", "9acddea2-7d4e-5d60-acb8-589b8108ab2d")
                        .out())
                .isEqualTo(byPlace.out());
        assertThat(french.jalon("auditor", "show", "marseille/5000").error()).contains("n'a pas d'inscription 5000");
        assertThat(french.jalon("auditor", "show", "marseille").code()).isEqualTo(2);
    }

    @Test
    void types_are_listed_and_each_says_how_to_write_its_fields() {
        assertThat(french.jalon("auditor", "types").out()).contains("funding-granted", "Financement accordé");
        assertThat(french.jalon("auditor", "types", "watchpoint-raised").out())
                .contains("kind", "Nature", "Besoin", "mars 2023");
        assertThat(french.jalon("auditor", "types", "no-such").error()).contains("jalon types");
    }

    @Test
    void difference_tells_what_changed_or_what_was_learned() {
        assertThat(french.jalon("auditor", "difference", "marseille-exemple", "--from", "2019", "--to", "2023")
                        .out())
                .contains(
                        ", du 31 décembre 2019 au 31 décembre 2023",
                        "La coordination est passée d'ADPEI à HPF (entre le 1ᵉʳ janvier et le 31 décembre 2023).");
        assertThat(french.jalon(
                                "auditor",
                                "difference",
                                "marseille-exemple",
                                "--known-from",
                                "2",
                                "--as-of",
                                "2023-06-01")
                        .out())
                .contains("Nous avons appris que");
        assertThat(french.jalon("auditor", "difference", "marseille-exemple").code())
                .as("neither axis")
                .isEqualTo(2);
    }

    @Test
    void agenda_marks_what_was_announced_and_has_not_come() {
        assertThat(french.jalon("auditor", "agenda", "lille", "--from", "2023")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("! "))
                        .collect(Collectors.joining()))
                .contains("toujours pas venu");
    }

    @Test
    void funder_says_what_an_organisation_pays_for() {
        String known = DemoServer.loaded().toString();
        assertThat(french.jalon("funder-mel", "funder", "mel", "--as-of", "2022", "--known-at", known)
                        .out())
                .contains("Métropole Européenne de Lille", "lille", "Un financement n'a pas de montant connu.");
    }

    @Test
    void an_answer_that_cannot_be_written_is_a_failure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(terminal.with("JALON_USER", "auditor").run(full, said, "status", "marseille"))
                .isEqualTo(74);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("could not be written");
        assertThat(terminal.with("JALON_USER", "auditor").run(full, said, "export", "marseille"))
                .isEqualTo(74);
    }

    @Test
    void a_workbook_never_goes_to_a_terminal() {
        Ended ended = french.showing(80).jalon("auditor", "export", "lille", "--format", "xlsx");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("--out");
        assertThat(ended.out()).isEmpty();
    }
}
