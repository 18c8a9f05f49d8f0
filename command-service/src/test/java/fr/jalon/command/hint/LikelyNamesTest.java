package fr.jalon.command.hint;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.EntryJson;
import fr.jalon.web.recording.NameHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyNamesTest {
    @ParameterizedTest
    @CsvSource({
        "vu avec Mme Durand hier,                   Mme Durand",
        "dit par M. de la Tour,                     M. de la Tour",
        "Madame Le Gall est partie,                 Madame Le Gall",
        "Camille Marquée remplace,                  Camille Marquée",
        "DUPONT Jean-Claude a signé,                DUPONT Jean-Claude",
        "avec Jean-Claude DUPONT,                   Jean-Claude DUPONT",
        "(Fatima El Amrani),                        Fatima El",
        "Dr Martin confirme,                        Dr Martin"
    })
    void a_name_is_found_as_french_writes_it(String text, String name) {
        assertThat(LikelyNames.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "La Métropole de Lyon renouvelle la convention",
                "réunion rue Victor Hugo, puis place Louis Pradel",
                "au lycée Jean Moulin et à l'école Marie Curie",
                "la DDETS et la DGEFP",
                "Convergence France, Emmaüs Alternatives",
                "le chantier de Marseille, en mars",
                "financement FSE+ 2022-2027"
            })
    void what_is_nobodys_name_is_left_alone(String text) {
        assertThat(LikelyNames.in(text)).isEmpty();
    }

    @Test
    void each_text_of_an_entry_is_looked_at_and_names_of_organisations_and_of_the_person_are_not() {
        assertThat(LikelyNames.in(EntryJson.read("""
                        {"entryId": "e1000000-0000-4000-8000-000000000009", "territory": "rouen",
                         "type": "contribution-acknowledged", "effective": "2023", "reason": "merci à Mme Durand",
                         "note": "Mme Durand, encore Mme Durand", "person": {"id": "p-1", "name": "Alice Durand"}}""")))
                .containsExactlyInAnyOrder(new NameHint("/reason", "Mme Durand"), new NameHint("/note", "Mme Durand"));
    }
}
