package fr.jalon.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to alter what a pack says of its entries; both verifiers name the file and the entry. */
class AlteredPackTest {
    @SuppressWarnings("NullAway.Init")
    private static byte[] pack;

    @SuppressWarnings("NullAway.Init")
    private static PythonVerifier python;

    @BeforeAll
    static void begin(@TempDir Path directory) throws IOException {
        pack = PackWorld.pack("lille", new RegisterPlace.End());
        python = new PythonVerifier(directory, pack);
    }

    @AfterAll
    static void end() throws IOException {
        python.close();
    }

    @ParameterizedTest
    @CsvSource({"leaves.ndjson, 0", "proofs.json, 1", "history.json, 1"})
    void an_altered_line_is_named_by_its_entry(String file, int before) throws IOException {
        for (int number : List.of(1, 7, 25)) {
            assertFault(
                    altered(file, lines -> lines.set(number - 1 + before, lines.get(number - 1 + before) + " ")),
                    "altered-file " + file + " lille " + number + " " + id(files(), number));
        }
    }

    @ParameterizedTest
    @CsvSource({"leaves.ndjson, 0", "proofs.json, 1", "history.json, 1"})
    void a_line_left_out_is_named_by_its_entry(String file, int before) throws IOException {
        assertFault(
                altered(file, lines -> lines.remove(9 + before)),
                "altered-file " + file + " lille 10 " + id(files(), 10));
    }

    @ParameterizedTest
    @CsvSource({"leaves.ndjson, 0", "proofs.json, 1", "history.json, 1"})
    void two_lines_that_changed_places_are_named_by_the_first(String file, int before) throws IOException {
        assertFault(
                altered(file, lines -> Collections.swap(lines, 3 + before, 20 + before)),
                "altered-file " + file + " lille 4 " + id(files(), 4));
    }

    @ParameterizedTest
    @CsvSource({"leaves.ndjson, 25", "proofs.json, 0", "history.json, 0", "history.json, 26"})
    void what_is_no_entrys_line_is_named_by_the_file_alone(String file, int line) throws IOException {
        assertFault(altered(file, lines -> lines.add(line, "{}")), "altered-file " + file);
    }

    @Test
    void an_entry_that_no_part_tells_any_more_is_named_by_its_number() throws IOException {
        Map<String, byte[]> files = files();
        alter(files, "leaves.ndjson", lines -> lines.set(4, "{}"));
        alter(files, "history.json", lines -> lines.set(5, "{},"));

        assertFault(PlainZip.of(files), "altered-file history.json lille 5");
    }

    @Test
    void entries_out_of_order_are_named_though_signed() throws IOException {
        Map<String, byte[]> files = files();
        alter(files, "leaves.ndjson", lines -> Collections.swap(lines, 4, 5));
        alter(files, "proofs.json", lines -> Collections.swap(lines, 5, 6));

        assertFault(AuditPackTest.signedAgain(files), "order leaves.ndjson lille 5 " + id(files(), 6));
    }

    @Test
    void an_entry_that_the_log_does_not_have_is_named_though_signed() throws IOException {
        Map<String, byte[]> files = files();
        alter(files, "leaves.ndjson", lines -> lines.set(7, lines.get(7).replace("\"national\"", "\"auditor\"")));

        assertFault(AuditPackTest.signedAgain(files), "proof leaves.ndjson lille 8 " + id(files(), 8));
    }

    /** The id of the entry of this number. */
    static String id(Map<String, byte[]> files, int number) {
        byte[] line = SignedLines.lines(files.get("leaves.ndjson")).get(number - 1);
        return Json.parse(line).get("id").stringValue();
    }

    private static Map<String, byte[]> files() {
        return AuditPackTest.read(pack);
    }

    private static byte[] altered(String file, Consumer<List<String>> change) {
        Map<String, byte[]> files = files();
        alter(files, file, change);
        return PlainZip.of(files);
    }

    private static void alter(Map<String, byte[]> files, String file, Consumer<List<String>> change) {
        String text = new String(Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        change.accept(lines);
        files.put(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFault(byte[] altered, String line) throws IOException {
        assertThat(AuditPackTest.fault(altered)).isEqualTo(line);
        assertThat(python.of(altered)).isEqualTo(line);
    }
}
