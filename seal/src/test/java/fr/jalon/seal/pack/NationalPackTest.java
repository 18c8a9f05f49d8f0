package fr.jalon.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.json.Json;
import fr.jalon.seal.pack.PackVerifier.Verified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class NationalPackTest {
    @SuppressWarnings("NullAway.Init")
    private static byte[] pack;

    @SuppressWarnings("NullAway.Init")
    private static PythonVerifier python;

    @BeforeAll
    static void begin(@TempDir Path directory) throws IOException {
        pack = PackWorld.national();
        python = new PythonVerifier(directory, pack);
    }

    @AfterAll
    static void end() throws IOException {
        python.close();
    }

    @Test
    void it_has_every_entry_of_the_log_and_both_verifiers_take_it() throws Exception {
        Verified verified = new PackVerifier(List.of(PackWorld.KEY.verifier())).verify(pack);

        assertThat(verified.entries()).isEqualTo(verified.size()).isEqualTo(65);
        assertThat(python.of(0, 0))
                .isEqualTo("OK 2 territories: 65 entries, all in the log of 65; %d files unaltered."
                        .formatted(verified.files()));
    }

    @Test
    void its_answer_is_the_state_of_each_territory() {
        JsonNode states = json(files(), "states.json");

        assertThat(states.path("asOf").asString()).isEqualTo("2022-06-01");
        assertThat(states.path("territories").valueStream())
                .containsExactly(
                        json(files(), "territories/lille/state.json"), json(files(), "territories/paris/state.json"));
    }

    @Test
    void a_territory_has_the_files_of_its_own_pack() throws IOException {
        Map<String, byte[]> own = AuditPackTest.read(PackWorld.pack("paris", new RegisterPlace.End()));

        assertThat(files().get("territories/paris/leaves.ndjson")).isEqualTo(own.get("leaves.ndjson"));
        assertThat(files().get("territories/paris/history.json")).isEqualTo(own.get("history.json"));
        assertThat(files().get("territories/paris/proofs.json")).isEqualTo(own.get("proofs.json"));
    }

    @Test
    void an_altered_entry_is_named_in_its_territory() throws IOException {
        Map<String, byte[]> files = files();
        byte[] leaves = Objects.requireNonNull(files.get("territories/paris/leaves.ndjson"));
        leaves[3] ^= 1;
        byte[] own = PackWorld.pack("paris", new RegisterPlace.End());

        assertFault(
                PlainZip.of(files),
                "altered-file territories/paris/leaves.ndjson paris 1 "
                        + AlteredPackTest.id(AuditPackTest.read(own), 1));
    }

    @Test
    void a_history_that_the_entries_do_not_make_is_named_with_its_territorys_directory() throws IOException {
        String file = "territories/paris/history.json";
        byte[] own = PackWorld.pack("paris", new RegisterPlace.End());

        assertThat(AuditPackTest.fault(AuditPackTest.signedAgain(pack, file, "\"national\"", "\"personne\"")))
                .isEqualTo("history " + file + " paris 1 " + AlteredPackTest.id(AuditPackTest.read(own), 1));
    }

    @Test
    void a_territory_left_out_is_missed_though_all_is_signed() throws IOException {
        Map<String, byte[]> files = files();
        String begun =
                new String(Objects.requireNonNull(files.get("territories/lille/proofs.json")), StandardCharsets.UTF_8);
        files.keySet().removeIf(file -> file.startsWith("territories/lille/"));
        long first = Json.parse(begun).at("/proofs/0/index").longValue();

        assertFault(AuditPackTest.signedAgain(files), "missing-leaf checkpoint.txt " + first);
    }

    @Test
    void a_file_of_a_territory_left_out_is_missed_though_all_is_signed() throws IOException {
        Map<String, byte[]> files = files();
        files.remove("territories/lille/proofs.json");

        assertFault(AuditPackTest.signedAgain(files), "missing-file territories/lille/proofs.json");
    }

    @Test
    void an_answer_that_the_states_do_not_make_is_refused_though_signed() {
        Map<String, byte[]> files = files();
        files.put("states.json", "{\"asOf\":\"2022-06-01\",\"territories\":[]}".getBytes(StandardCharsets.UTF_8));

        assertThat(AuditPackTest.fault(AuditPackTest.signedAgain(files))).isEqualTo("state states.json");
    }

    @Test
    void the_pack_of_a_territory_does_not_pass_for_a_national_one() throws IOException {
        Map<String, byte[]> files = AuditPackTest.read(PackWorld.pack("lille", new RegisterPlace.End()));
        byte[] note = Objects.requireNonNull(files.get("manifest.note"));
        files.put(
                "manifest.note",
                new String(note, StandardCharsets.UTF_8)
                        .replace("audit-pack@v1", "national-pack@v1")
                        .getBytes(StandardCharsets.UTF_8));

        assertFault(PlainZip.of(files), "manifest-signature manifest.note");
    }

    private static Map<String, byte[]> files() {
        return AuditPackTest.read(pack);
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return Json.parse(Objects.requireNonNull(files.get(name)));
    }

    private static void assertFault(byte[] altered, String line) throws IOException {
        assertThat(AuditPackTest.fault(altered)).isEqualTo(line);
        assertThat(python.of(altered)).isEqualTo(line);
    }
}
