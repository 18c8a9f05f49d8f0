package fr.jalon.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void the_mark_some_editors_put_before_utf_8_is_no_part_of_the_first_line() throws IOException {
        assertThat(lines("\uFEFF{\"a\":1}\n{\"b\":2}")).containsExactly("{\"a\":1}", "{\"b\":2}");
        assertThat(lines("\uFEFF\n{}")).containsExactly("{}");
        assertThat(lines("{}\n\uFEFF{}")).as("elsewhere it is text").containsExactly("{}", "\uFEFF{}");
    }

    private static List<String> lines(String sent) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)), 100);
        List<String> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line.text(), StandardCharsets.UTF_8));
        }
        return lines;
    }
}
