package fr.jalon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final List<String> PIECES = List.of(
            "a",
            "é",
            "\uD83D\uDE00",
            "\uD83D",
            "\\uD83D\\uDE00",
            "\\u00E9",
            "\\u0000",
            "\\u001F",
            "\\/",
            "/",
            "\\\"",
            "\\\\",
            "\\b\\f\\n\\r\\t",
            "\u2028",
            "\u007F",
            "\uFB33",
            "Z");
    private static final List<String> SIMPLE = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "120000",
            "123456789012345",
            "1234567890123456789",
            "1.50",
            "1E3",
            "1e-7",
            "1e21",
            "true",
            "false",
            "null");
    private static final List<String> SPACES = List.of("", "", "", " ", "\n\t", "\r ");

    private final Random random = new Random(8785);

    @Test
    void the_members_of_the_standards_example_come_in_its_order() throws Exception {
        assertThat(canonical("""
                        {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                         "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                         "\\u00f6": "Latin Small Letter O With Diaeresis"}"""))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\uD83D\uDE00\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void whatever_is_written_is_what_the_library_writes() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            String json = "{" + text() + ":" + value(0) + "}";
            byte[] expected;
            try {
                expected = new JsonCanonicalizer(json).getEncodedUTF8();
            } catch (IOException twice) {
                assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(IOException.class);
                continue;
            }
            assertThat(CanonicalJson.of(json)).as(json).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":tru}",
                "{\"a\":truer}",
                "{\"a\":1 2}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{} {}",
                "{",
                ""
            })
    void what_is_not_json_is_refused_as_the_library_refuses_it(String json) {
        assertThatThrownBy(() -> new JsonCanonicalizer(json)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(IOException.class);
    }

    private String value(int depth) {
        return space()
                + switch (depth > 3 ? random.nextInt(2) : random.nextInt(5)) {
                    case 0 -> text();
                    case 1 -> SIMPLE.get(random.nextInt(SIMPLE.size()));
                    case 2 -> "[" + values(depth, false) + space() + "]";
                    default -> "{" + values(depth, true) + space() + "}";
                }
                + space();
    }

    private String values(int depth, boolean isNamed) {
        StringBuilder values = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.append(values.isEmpty() ? "" : ",");
            values.append(isNamed ? space() + text() + space() + ":" : "").append(value(depth + 1));
        }
        return values.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append('"').toString();
    }

    private String space() {
        return SPACES.get(random.nextInt(SPACES.size()));
    }

    private static String canonical(String json) throws IOException {
        return new String(CanonicalJson.of(json), StandardCharsets.UTF_8);
    }
}
