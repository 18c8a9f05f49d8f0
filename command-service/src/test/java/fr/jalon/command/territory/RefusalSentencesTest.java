package fr.jalon.command.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.problem.SentencePair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalSentencesTest {
    @Test
    void every_rule_has_its_sentence_in_both_languages() {
        List<String> codes =
                Arrays.stream(RefusalCode.values()).map(RefusalCode::code).toList();
        SentencePair sentences = SentencePair.of(RefusalCode.class, "refusals");
        assertThat(sentences.french()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(sentences.english()).containsExactlyInAnyOrderElementsOf(codes);
        for (String code : codes) {
            assertThat(sentences.say(code, "§").fr()).isNotBlank().doesNotContain("{", "''");
            assertThat(sentences.say(code, "§").en()).isNotBlank().doesNotContain("{", "''");
        }
    }
}
