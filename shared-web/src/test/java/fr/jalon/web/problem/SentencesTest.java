package fr.jalon.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"problems", "faults"})
    void every_code_has_its_sentence_in_both_languages(String name) {
        Sentences sentences = Sentences.of(Problem.class, name);
        assertThat(sentences.french()).isNotEmpty().isEqualTo(sentences.english());
        for (String code : sentences.french()) {
            Bilingual said = sentences.say(code, "§");
            assertThat(said.fr()).isNotBlank().doesNotContain("{", "''");
            assertThat(said.en()).isNotBlank().doesNotContain("{", "''");
            assertThat(said.fr().contains("§")).as(code).isEqualTo(said.en().contains("§"));
        }
    }
}
