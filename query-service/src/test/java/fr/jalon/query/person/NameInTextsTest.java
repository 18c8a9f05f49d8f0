package fr.jalon.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameInTextsTest {
    private final NameInTexts name = new NameInTexts(List.of("Éléonore Le Gall-Marquée"));

    @ParameterizedTest
    @CsvSource({
        "dit par ELEONORE LE GALL MARQUEE hier,   true",
        "Éléonore Le Gall-Marquée,                true",
        "'avec Mme Marquée, sans plus',           false",
        "le Gall,                                 false"
    })
    void a_name_is_found_whole_or_in_part_however_it_is_written(String text, boolean whole) {
        assertThat(name.in(text)).hasValue(whole);
    }

    @ParameterizedTest
    @CsvSource({"Éléonore", "les marquées", "''", "le"})
    void first_names_and_other_words_are_not_the_person(String text) {
        assertThat(name.in(text)).isEmpty();
    }

    @Test
    void each_text_of_an_entry_has_its_place() {
        List<String> found = new ArrayList<>();
        NameInTexts.eachText(
                Json.stored("{\"a\": [\"x\", {\"b/c\": \"y\"}], \"n\": 1}"),
                "",
                (pointer, text) -> found.add(pointer + "=" + text));

        assertThat(found).containsExactly("/a/0=x", "/a/1/b~1c=y");
    }
}
