package fr.jalon.console.say;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchSpacesTest {
    /** A whole space at which no line ends is written _ here, a narrow one ~. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Que s’est-il passé ?                    | Que s’est-il passé~?
            « COPIL du 12 mars » : un mot ; fini !  | «_COPIL du 12 mars_»_: un mot~; fini~!
            12 500,50 €                             | 12~500,50_€
            1 234 567 personnes, soit 20 %          | 1~234~567 personnes, soit 20_%
            en 2023 120 personnes                   | en 2023 120 personnes
            le 12 mars 2023 à 18:08                 | le 12 mars 2023 à 18:08
            n° 15, Lille                            | n°_15, Lille
            https://exemple.fr/?a=1;b               | https://exemple.fr/?a=1;b
            06 12 34 56 78                          | 06 12 34 56 78
            123 456 782 00010                       | 123 456 782 00010
            un € de plus                            | un € de plus
            L&#39;équipe &amp; HPF                  | L&#39;équipe &amp; HPF
            """)
    void no_line_ends_before_what_belongs_to_its_word(String text, String expected) {
        String shown = expected.replace('_', '\u00A0').replace('~', '\u202F');

        assertThat(FrenchSpaces.in(text)).isEqualTo(shown);
        assertThat(FrenchSpaces.in(shown)).isEqualTo(shown);
    }
}
