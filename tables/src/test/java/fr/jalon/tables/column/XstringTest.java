package fr.jalon.tables.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XstringTest {
    @ParameterizedTest
    @CsvSource({
        "a_x0009_b, 'a\tb'",
        "_x00e9_, é",
        "_xD83D__xDE00_, 😀",
        "_x005F_x000D_, _x000D_",
        "_x005f_x005F_x005F_x000D_, _x005F_x000D_",
        "_x000G_, _x000G_",
        "_x00D_, _x00D_",
        "_X000D_, _X000D_",
        "a_b, a_b"
    })
    void what_is_escaped_is_read_once(String inFile, String read) {
        assertThat(Xstring.read(inFile)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_x000D_",
                "_x005F_x000D_",
                "__x0041__x0041_",
                "a\rb",
                "_x00",
                "x000D_",
                "_x000d_\n",
                "_",
                "$1 \\"
            })
    void a_text_comes_back_whatever_it_looks_like(String text) {
        assertThat(Xstring.read(Xstring.written(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"_x000D_, _x005F_x000D_", "a_b, a_b"})
    void only_what_would_be_read_otherwise_is_escaped(String text, String written) {
        assertThat(Xstring.written(text)).isEqualTo(written);
    }
}
