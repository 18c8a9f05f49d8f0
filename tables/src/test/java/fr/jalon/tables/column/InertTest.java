package fr.jalon.tables.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No spreadsheet takes a text for a formula, wherever it splits, and nothing of the text is lost. */
class InertTest {
    private static final long SEED = 0x1e47;
    private static final String ALPHABET = "ab1 '\"=+-@,;|\t\r\n\u00a0＝＋－＠﹢é";
    private static final String SIGNS = "=+-@＝＋－＠﹢";

    static Stream<String> texts() {
        Random random = new Random(SEED);
        return Stream.generate(() -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(14); i > 0; i--) {
                        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    }
                    return text.toString();
                })
                .limit(20_000);
    }

    @Test
    void no_piece_of_a_cell_begins_a_formula_wherever_it_is_split() {
        assertThat(texts())
                .as("seed %d", SEED)
                .allSatisfy(text -> assertThat(pieces(Inert.written(text))).noneMatch(InertTest::beginsAFormula));
    }

    @Test
    void a_text_comes_back_letter_by_letter() {
        assertThat(texts())
                .as("seed %d", SEED)
                .allSatisfy(text -> assertThat(Inert.read(Inert.written(text))).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "=1+1 | '=1+1",
                "'=1+1 | ''=1+1",
                "＝1+1 | '＝1+1",
                "x,=1+1 | x,'=1+1",
                "x;\"=1+1 | x;'\"=1+1",
                "x, -5 | x,' -5",
                "Paris, Lyon - Lille | Paris, Lyon - Lille",
                "l'été : '68 | l'été : '68",
                "a=b | a=b"
            })
    void an_apostrophe_goes_before_what_would_begin_a_formula_and_nothing_else(String text, String written) {
        assertThat(Inert.written(text)).isEqualTo(written);
    }

    /** Of a cell as it stands in a file, its quotation marks doubled or not, split at any mark or at all of them. */
    private static List<String> pieces(String cell) {
        List<String> pieces = new ArrayList<>();
        for (String written : List.of(cell, cell.replace("\"", "\"\""))) {
            for (String marks : List.of("[,;|\t\r\n]", ",", ";", "\t", "\\|", "[\r\n]")) {
                pieces.addAll(List.of(written.split(marks)));
            }
        }
        return pieces;
    }

    private static boolean beginsAFormula(String piece) {
        String bare = piece.replaceFirst("^[\\s\\p{Z}\"]+", "");
        return !bare.isEmpty() && SIGNS.indexOf(bare.charAt(0)) >= 0;
    }
}
