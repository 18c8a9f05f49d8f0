package fr.jalon.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    /** Of each range the first and the last. */
    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            ints = {
                0x0, 0x8, 0xB, 0x1F, 0x7F, 0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069,
                0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFEFF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE0000, 0xE007F
            })
    void what_controls_hides_reorders_or_is_no_character_is_forbidden(int character) {
        assertThat(TextRules.hasForbidden("a" + Character.toString(character) + "b"))
                .isTrue();
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {'\t', '\n', ' ', '~', 0xA0, 0xE9, 0x153, 0x200D, 0x2019, 0x202F, 0x20AC, 0x1F600})
    void what_french_texts_are_written_with_is_not(int character) {
        assertThat(TextRules.hasForbidden("a" + Character.toString(character) + "b"))
                .isFalse();
    }
}
