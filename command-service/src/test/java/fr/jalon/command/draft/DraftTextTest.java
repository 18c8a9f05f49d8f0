package fr.jalon.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"COPIL\", \"entries\": []}",
                "{\"title\": \"COPIL\", \"entries\": [{}, {\"type\": 7}], \"source\": {}}"
            })
    void a_draft_may_be_as_unfinished_as_can_be(String json) {
        assertThat(DraftText.sent(utf8(json))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"entries\": []}",
                "{\"title\": \" \", \"entries\": []}",
                "{\"title\": 7, \"entries\": []}",
                "{\"title\": \"a\\nb\", \"entries\": []}",
                "{\"title\": \"COPIL\"}",
                "{\"title\": \"COPIL\", \"entries\": {}}",
                "{\"title\": \"COPIL\", \"entries\": [\"a\"]}",
                "{\"title\": \"COPIL\", \"entries\": [], \"source\": \"s\"}",
                "{\"title\": \"COPIL\", \"entries\": [], \"sources\": {}}"
            })
    void what_is_none_is_not_taken_for_one(String json) {
        assertThat(DraftText.sent(utf8(json))).isEmpty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
