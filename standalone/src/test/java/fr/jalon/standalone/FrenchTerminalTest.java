package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.JalonCommand.Ended;
import org.junit.jupiter.api.Test;

/** What a person in front of a French terminal reads. */
class FrenchTerminalTest {
    @Test
    void tables_speak_french_down_to_the_vocabulary() {
        assertThat(jalon("jalon-demo", "status", "marseille", "--as-of", "2022-12-31"))
                .contains("Sujet", "Porteur de la coordination  ADPEI", "Marseille · Ville", "Arrivée dans l’équipe")
                .doesNotContain("city", "coordination-carrier");
    }

    @Test
    void a_day_is_asked_about_as_people_say_it_and_said_back() {
        assertThat(jalon("jalon-demo", "status", "marseille", "--as-of", "T4 2022"))
                .contains(
                        "T4 2022 : du 1ᵉʳ octobre au 31 décembre 2022 (demandé : 2022-12-31)",
                        "Marseille, le 31 décembre 2022",
                        "Porteur de la coordination  ADPEI");
    }

    @Test
    void a_day_may_be_told_from_today() {
        assertThat(jalon("jalon-demo", "history", "marseille", "--from", "-1a", "--to", "hier"))
                .contains("-1a : le ", "hier : le ");
    }

    @Test
    void a_day_that_cannot_be_read_is_refused_with_the_forms_wanted() {
        assertThat(jalon("jalon-demo", "status", "marseille", "--as-of", "vers 2022"))
                .contains(
                        "« vers 2022 » est trop vague", "Formes lues : 2023-01-26, 26/01/2023, 26 janvier 2023, hier");
    }

    @Test
    void a_wrong_password_is_not_a_missing_one() {
        assertThat(jalon("another", "status", "marseille")).contains("ne connaît pas ce compte");
    }

    private static String jalon(String password, String... arguments) {
        Ended ended = new Terminal(DemoServer.running().address())
                .in(Language.FRENCH)
                .with("JALON_PASSWORD", password)
                .jalon("auditor", arguments);
        return ended.error() + ended.out();
    }
}
