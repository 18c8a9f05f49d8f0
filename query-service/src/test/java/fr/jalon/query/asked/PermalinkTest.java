package fr.jalon.query.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermalinkTest {
    @ParameterizedTest
    @ValueSource(strings = {"c++", "a b", "l'été", "50 % & plus", "x=1;y#2", "日本", "2023-01-26T10:00:00+02:00"})
    void a_value_is_read_back_as_it_was(String value) {
        String address = Permalink.to("history").with("text", value).toString();

        String read = URLDecoder.decode(address.substring(address.indexOf('=') + 1), StandardCharsets.UTF_8);

        assertThat(read).as(address).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a?b", "a b", "é"})
    void a_segment_stays_one(String segment) {
        assertThat(Permalink.to(segment, "history").toString().split("/")).hasSize(5);
    }
}
