package fr.jalon.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTextsTest {
    private static final String TEXT = "{\"person\": \"Zoé Exemple\"}";

    private final SealedTexts texts = new SealedTexts(MasterKey.random());

    @Test
    void a_text_is_opened_again_and_nobody_reads_it_without_the_key() {
        byte[] sealed = texts.seal(TEXT, "draft/lille/1");

        assertThat(texts.open(sealed, "draft/lille/1")).isEqualTo(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Exemple");
        assertThat(texts.seal(TEXT, "draft/lille/1")).isNotEqualTo(sealed);
    }

    @Test
    void under_another_key_or_for_something_else_it_stays_shut() {
        byte[] sealed = texts.seal(TEXT, "draft/lille/1");

        assertThatThrownBy(() -> new SealedTexts(MasterKey.random()).open(sealed, "draft/lille/1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> texts.open(sealed, "draft/lyon/1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 70, 100})
    void altered_or_cut_short_it_stays_shut(int place) {
        byte[] altered = texts.seal(TEXT, "draft/lille/1");
        altered[place] ^= 1;
        byte[] cut = Arrays.copyOf(texts.seal(TEXT, "draft/lille/1"), place);

        assertThatThrownBy(() -> texts.open(altered, "draft/lille/1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> texts.open(cut, "draft/lille/1")).isInstanceOf(IllegalArgumentException.class);
    }
}
