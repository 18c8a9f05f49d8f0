package fr.jalon.events.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Métropole Européenne | metropole europeenne",
                "L’ŒUVRE | l'oeuvre",
                "Straße Ærø | strasse aerø",
                "É | e",
                "ΆΛΦΑ | αλφα",
                "deux  mots | deux mots",
                "ﬁn | fin"
            })
    void case_accents_ligatures_and_spaces_do_not_matter(String text, String folded) {
        assertThat(Folded.of(text)).isEqualTo(folded);
        assertThat(Folded.of(folded)).isEqualTo(folded);
    }

    @Test
    void words_are_letters_and_digits_each_once() {
        assertThat(Folded.words("« L’accueil, l'Accueil » : 12 500,50 € (2e)"))
                .containsExactly("l", "accueil", "12", "500", "50", "2e");
        assertThat(Folded.words("… – !")).isEmpty();
    }

    @Test
    void a_word_that_is_too_long_is_divided() {
        assertThat(Folded.words("ab".repeat(150))).containsExactly("ab".repeat(100), "ab".repeat(50));
    }
}
