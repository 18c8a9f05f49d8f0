package fr.jalon.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.RegisterPlace;
import fr.jalon.seal.pack.PackVerifier.Verified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunderPackTest {
    private static final String LEAVES = "territories/paris/leaves.ndjson";

    @SuppressWarnings("NullAway.Init")
    private static byte[] pack;

    @SuppressWarnings("NullAway.Init")
    private static PythonVerifier python;

    @BeforeAll
    static void begin(@TempDir Path directory) throws IOException {
        pack = PackWorld.funder("mel", List.of(2, 5, 9));
        python = new PythonVerifier(directory, pack);
    }

    @AfterAll
    static void end() throws IOException {
        python.close();
    }

    @Test
    void both_verifiers_take_it_with_the_entries_it_rests_on_alone() throws Exception {
        Verified verified = new PackVerifier(List.of(PackWorld.KEY.verifier())).verify(pack);

        assertThat(verified.subject()).isEqualTo("mel");
        assertThat(verified.entries()).isBetween(3L, 20L);
        assertThat(files().keySet()).noneMatch(file -> file.startsWith("territories/lille/"));
        assertThat(python.of(0, 0))
                .isEqualTo("OK mel: %d entries, all in the log of 65; %d files unaltered."
                        .formatted(verified.entries(), verified.files()));
    }

    @Test
    void an_entry_that_was_altered_is_named_by_its_number_in_its_register() throws IOException {
        Map<String, byte[]> files = files();
        byte[] leaves = Objects.requireNonNull(files.get(LEAVES));
        String id = AlteredPackTest.id(own(), 2);
        leaves[3] ^= 1;

        assertFault(PlainZip.of(files), "altered-file " + LEAVES + " paris 2 " + id);
    }

    @Test
    void an_entry_that_the_answer_rests_on_and_that_is_left_out_is_missed_though_all_is_signed() throws IOException {
        Map<String, byte[]> files = files();
        for (Map.Entry<String, Integer> before : SignedLines.BEFORE.entrySet()) {
            byte[] content = Objects.requireNonNull(files.get("territories/paris/" + before.getKey()));
            List<String> lines = new ArrayList<>(
                    new String(content, StandardCharsets.UTF_8).lines().toList());
            lines.remove((int) before.getValue());
            files.put(
                    "territories/paris/" + before.getKey(),
                    (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        assertFault(
                AuditPackTest.signedAgain(files), "unproven-entry funder.json paris " + AlteredPackTest.id(own(), 2));
    }

    @Test
    void a_history_that_the_entries_do_not_make_is_named_by_its_number_in_its_register() throws IOException {
        String file = "territories/paris/history.json";

        assertThat(AuditPackTest.fault(AuditPackTest.signedAgain(pack, file, "\"national\"", "\"personne\"")))
                .isEqualTo("history " + file + " paris 2 " + AlteredPackTest.id(own(), 2));
    }

    @Test
    void the_answer_of_another_funder_is_refused_though_signed() throws IOException {
        Map<String, byte[]> files = files();
        files.put(
                "funder.json", "{\"organisation\":{\"id\":\"ars\"},\"fundings\":[]}".getBytes(StandardCharsets.UTF_8));

        assertFault(AuditPackTest.signedAgain(files), "funder funder.json");
    }

    private static Map<String, byte[]> own() throws IOException {
        return AuditPackTest.read(PackWorld.pack("paris", new RegisterPlace.End()));
    }

    private static Map<String, byte[]> files() {
        return AuditPackTest.read(pack);
    }

    private static void assertFault(byte[] altered, String line) throws IOException {
        assertThat(AuditPackTest.fault(altered)).isEqualTo(line);
        assertThat(python.of(altered)).isEqualTo(line);
    }
}
