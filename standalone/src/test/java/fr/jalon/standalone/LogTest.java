package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Withheld;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.log.SignedNote;
import fr.jalon.log.TlogProof;
import fr.jalon.log.VerifierKey;
import fr.jalon.people.Disclosure;
import fr.jalon.people.ReaderNames;
import fr.jalon.people.SealedText;
import fr.jalon.standalone.server.Demo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sealed log as an auditor meets it over HTTP, who verifies for himself. */
class LogTest {
    private final Asking auditor = new Asking(DemoServer.running().address(), "auditor");

    @Test
    void every_entry_of_a_territory_is_proven() throws Exception {
        VerifierKey key = key();
        for (JsonNode item :
                auditor.get("/territories/marseille/history?limit=100").path("entries")) {
            String entryId = item.path("entryId").asString("");
            JsonNode proof = auditor.get("/log/entries/" + entryId + "/proof");
            SignedNote note = SignedNote.parse(proof.path("checkpoint").asString(""));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            byte[] leaf = Base64.getDecoder().decode(proof.path("leaf").asString(""));
            assertThat(key.signed(note)).isTrue();
            assertThat(proof.path("size").longValue()).isEqualTo(checkpoint.size());
            assertThat(Hash.ofLeaf(leaf).base64())
                    .isEqualTo(proof.path("leafHash").asString(""));
            assertThat(Merkle.includes(
                            Hash.ofLeaf(leaf),
                            proof.path("index").longValue(),
                            checkpoint.size(),
                            path(proof),
                            checkpoint.root()))
                    .isTrue();
            JsonNode content = JsonMapper.shared().readTree(leaf);
            assertThat(content.path("id").asString("")).isEqualTo(entryId);
            assertThat(content.path("territory").asString("")).isEqualTo("marseille");
            assertThat(opened(content.path("payload"), proof)).isEqualTo(item.path("entry"));
        }
    }

    /** With each text that the proof opens, held against what the leaf has of it; another test may redact one. */
    private static JsonNode opened(JsonNode payload, JsonNode proof) {
        Map<String, String> disclosed = proof.path("disclosures")
                .valueStream()
                .map(disclosure -> Disclosure.parse(disclosure.stringValue()).orElseThrow())
                .collect(Collectors.toMap(Disclosure::digest, Disclosure::name));
        String json = payload.toString();
        for (SealedText sealed : ReaderNames.textsIn(json)) {
            String text = disclosed.getOrDefault(sealed.digest(), Withheld.REDACTED_TEXT.in(Language.FRENCH));
            json = json.replace(
                    '"' + sealed.toString() + '"', JsonMapper.shared().writeValueAsString(text));
        }
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void as_text_the_proof_is_one_of_the_standard_kind() throws Exception {
        JsonNode first =
                auditor.get("/territories/lyon/history?limit=1").path("entries").get(0);
        String path = "/log/entries/" + first.path("entryId").asString("") + "/proof";
        TlogProof proof = TlogProof.parse(auditor.text(path));
        byte[] leaf = Base64.getDecoder().decode(auditor.get(path).path("leaf").asString(""));

        assertThat(proof.proves(Hash.ofLeaf(leaf), key())).isTrue();
        assertThat(proof.proves(Hash.ofLeaf("else".getBytes(StandardCharsets.UTF_8)), key()))
                .isFalse();
    }

    @Test
    void who_says_nothing_that_can_be_read_of_what_they_accept_is_told_the_forms_there_are() throws Exception {
        JsonNode first =
                auditor.get("/territories/lyon/history?limit=1").path("entries").get(0);
        String path = "/log/entries/" + first.path("entryId").asString("") + "/proof";

        assertThatThrownBy(() -> auditor.text(path, ";;;"))
                .hasMessageContaining("answered 406")
                .hasMessageContaining("application/json, text/plain");
    }

    @Test
    void the_log_only_ever_grew() throws Exception {
        Checkpoint now = checkpoint();
        JsonNode proof = auditor.get("/log/consistency?from=7&to=" + now.size());
        assertThat(proof.path("from").longValue()).isEqualTo(7);
        assertThat(proof.path("to").longValue()).isEqualTo(now.size());
        assertThat(Merkle.isConsistent(7, rootOf(7), now.size(), now.root(), path(proof)))
                .isTrue();
        assertThat(auditor.get("/log/consistency?from=7").path("to").longValue())
                .isGreaterThanOrEqualTo(now.size());
    }

    @ParameterizedTest
    @CsvSource({
        "/log/consistency?from=0, 400",
        "/log/consistency?from=x, 400",
        "/log/consistency?from=5&to=4, 400",
        "/log/consistency?from=5&to=999999999, 400",
        "/log/consistency, 400",
        "/log/entries/nothing/proof, 400",
        "/log/entries/00000000-0000-0000-0000-000000000000/proof, 404"
    })
    void what_cannot_be_proven_is_refused(String path, int status) throws Exception {
        assertThat(auditor.status(path)).isEqualTo(status);
    }

    @Test
    void a_checkpoint_is_kept_outside_the_database() throws Exception {
        Path directory = DemoServer.data().resolve("checkpoints");
        while (Files.notExists(directory)) {
            Thread.sleep(20);
        }
        try (var kept = Files.list(directory)) {
            assertThat(kept.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> Checkpoint.parse(
                            SignedNote.parse(Files.readString(file)).text()));
        }
    }

    @Test
    void who_may_look_after_the_register_may_have_it_checked() throws Exception {
        assertThat(new Asking(DemoServer.running().address(), "funder-mel")
                        .post("/check", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(auditor.post("/check", "").statusCode()).isEqualTo(202);
        JsonNode progress = auditor.get("/check");
        while (progress.path("state").asString("").equals("running")) {
            Thread.sleep(20);
            progress = auditor.get("/check");
        }
        assertThat(progress.path("state").asString("")).isEqualTo("done");
        assertThat(progress.path("entries").longValue())
                .isGreaterThanOrEqualTo(Demo.caseLines().lines().count());
        assertThat(progress.path("findings")).isEmpty();
    }

    /** The root of the first leaves, from the proof of consistency with a tree of one more or the leaves themselves. */
    private Hash rootOf(int size) throws Exception {
        List<Hash> leaves = new ArrayList<>();
        for (String territory : List.of(
                "france",
                "paris",
                "lyon",
                "strasbourg",
                "nantes",
                "lille",
                "charente",
                "marseille",
                "rouen",
                "marseille-exemple")) {
            for (JsonNode item : auditor.get("/territories/" + territory + "/history?limit=100")
                    .path("entries")) {
                JsonNode proof =
                        auditor.get("/log/entries/" + item.path("entryId").asString("") + "/proof");
                if (proof.path("index").intValue() < size) {
                    while (leaves.size() < size) {
                        leaves.add(Hash.ofNothing());
                    }
                    leaves.set(
                            proof.path("index").intValue(),
                            Hash.parse(proof.path("leafHash").asString("")));
                }
            }
        }
        return Merkle.root((level, index) -> complete(leaves, level, (int) index), size);
    }

    private static Hash complete(List<Hash> leaves, int level, int index) {
        return level == 0
                ? leaves.get(index)
                : Hash.ofNode(complete(leaves, level - 1, 2 * index), complete(leaves, level - 1, 2 * index + 1));
    }

    private VerifierKey key() throws Exception {
        return VerifierKey.parse(auditor.text("/log/key").lines().findFirst().orElseThrow());
    }

    private Checkpoint checkpoint() throws Exception {
        return Checkpoint.parse(
                SignedNote.parse(auditor.text("/log/checkpoint")).text());
    }

    private static List<Hash> path(JsonNode proof) {
        List<Hash> path = new ArrayList<>();
        proof.path("path").forEach(hash -> path.add(Hash.parse(hash.asString(""))));
        return path;
    }
}
