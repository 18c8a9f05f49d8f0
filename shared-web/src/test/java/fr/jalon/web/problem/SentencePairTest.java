package fr.jalon.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.FaultCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencePairTest {
    @ParameterizedTest
    @ValueSource(strings = {"problems", "faults"})
    void every_code_has_its_sentence_in_both_languages(String name) {
        SentencePair sentences = SentencePair.of(Problem.class, name);
        assertThat(sentences.french()).isNotEmpty().isEqualTo(sentences.english());
        for (String code : sentences.french()) {
            Bilingual said = sentences.say(code, "§", "§");
            assertThat(said.fr()).isNotBlank().doesNotContain("{", "''");
            assertThat(said.en()).isNotBlank().doesNotContain("{", "''");
            assertThat(said.fr().contains("§")).as(code).isEqualTo(said.en().contains("§"));
        }
    }

    @Test
    void every_fault_of_an_entry_has_its_sentence() {
        assertThat(SentencePair.of(Problem.class, "faults").french())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FaultCode.values()).map(FaultCode::code).toList());
    }
}
