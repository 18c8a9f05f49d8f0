package fr.jalon.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.problem.Bilingual;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenFaultTest {
    @ParameterizedTest
    @EnumSource
    void every_fault_says_in_both_languages_what_would_be_right(TokenFault fault) {
        Bilingual said = fault.say("§");

        assertThat(said.fr()).contains("§").doesNotContain("{", "''");
        assertThat(said.en()).contains("§").doesNotContain("{", "''");
    }
}
