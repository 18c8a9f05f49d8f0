package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.log.VerifierKey;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.seal.pack.PackVerifier;
import fr.jalon.seal.pack.PackVerifier.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit pack of the real case, as an auditor carries it away. */
class AuditPackTest {
    private final Asking auditor = new Asking(DemoServer.running().address(), "auditor");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void it_says_what_the_register_answers_and_both_verifiers_take_it() throws Exception {
        String key = auditor.text("/log/key").strip();
        Path pack = pack("marseille", "asOf=2023-06-01&knownAt=12");

        Verified verified = new PackVerifier(List.of(VerifierKey.parse(key))).verify(pack);
        JsonNode history = auditor.get("/territories/marseille/history?limit=1000&people=ids");
        assertThat(verified.entries()).isEqualTo(history.path("entries").size());
        assertThat(json(pack, "state.json"))
                .isEqualTo(auditor.get("/territories/marseille?asOf=2023-06-01&knownAt=12&minPosition=12&people=ids"));
        assertThat(json(pack, "history.json").path("entries")).isEqualTo(history.path("entries"));
        Path said = directory.resolve("said");
        Process python = new ProcessBuilder("python3", extracted(pack, "verify.py"), pack.toString(), "--key", key)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = python.onExit().get(1, TimeUnit.MINUTES).exitValue();
        assertThat(said).content().startsWith("OK marseille: " + verified.entries() + " entries");
        assertThat(code).isZero();
    }

    @Test
    void now_is_in_a_pack_what_it_is_in_any_answer() throws Exception {
        JsonNode state = json(pack("marseille", "asOf=2023-06-01"), "state.json");

        assertThat(state)
                .isEqualTo(auditor.get("/territories/marseille?asOf=2023-06-01&people=ids&minPosition="
                        + state.path("position").asInt()));
    }

    @Test
    @Timeout(120)
    void one_account_has_a_share_of_the_packs_under_way_and_another_gets_its_own() throws Exception {
        Asking coordinator = new Asking(DemoServer.running().address(), "coordinator-marseille");
        DataSource owner = DemoServer.running().part(EmbeddedPostgres.class).dataSource(DatabaseRole.OWNER);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection lock = owner.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table events.event in access exclusive mode");
            CompletionService<Integer> packs = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < 3; i++) {
                packs.submit(() -> coordinator.status("/territories/marseille/audit-pack"));
            }
            assertThat(packs.take().get()).as("one too many").isEqualTo(429);
            packs.submit(() -> auditor.status("/territories/marseille/audit-pack"));
            lock.rollback();

            for (int i = 0; i < 3; i++) {
                assertThat(packs.take().get()).isEqualTo(200);
            }
        }
    }

    @Test
    void that_of_all_territories_says_what_their_states_are_and_has_the_whole_log() throws Exception {
        String key = auditor.text("/log/key").strip();
        Path pack = Files.write(directory.resolve("all.zip"), auditor.bytes("/audit-pack?asOf=2023-06-01"));

        Verified verified = new PackVerifier(List.of(VerifierKey.parse(key))).verify(pack);
        assertThat(verified.entries()).isEqualTo(verified.size());
        JsonNode states = json(pack, "states.json");
        assertThat(states)
                .isEqualTo(auditor.get("/territories?asOf=2023-06-01&people=ids&knownAt="
                        + states.path("knownAt").asString("")));
    }

    @Test
    void that_of_a_funder_has_its_answer_and_proves_what_it_rests_on() throws Exception {
        String key = auditor.text("/log/key").strip();
        Asking funder = new Asking(DemoServer.running().address(), "funder-mel");
        Path pack = Files.write(directory.resolve("mel.zip"), funder.bytes("/funders/mel/audit-pack?asOf=2023-06-01"));

        Verified verified = new PackVerifier(List.of(VerifierKey.parse(key))).verify(pack);
        JsonNode answer = json(pack, "funder.json");
        assertThat(answer)
                .isEqualTo(funder.get("/funders/mel?asOf=2023-06-01&people=ids&knownAt="
                        + answer.path("knownAt").asString("")));
        assertThat(answer.path("fundings")).isNotEmpty();
        assertThat(verified.entries()).isPositive().isLessThan(verified.size());
    }

    @Test
    void what_cannot_be_asked_is_refused() throws Exception {
        assertThat(auditor.status("/territories/atlantide/audit-pack")).isEqualTo(404);
        assertThat(auditor.status("/territories/lille/audit-pack?asOf=jadis")).isEqualTo(400);
        assertThat(auditor.status("/audit-pack?knownAt=3"))
                .as("positions are of one register")
                .isEqualTo(400);
        assertThat(auditor.status("/territories/lille/audit-pack?minPosition=2"))
                .isEqualTo(400);
        assertThat(new Asking(DemoServer.running().address(), "auditor", "faux")
                        .status("/territories/lille/audit-pack"))
                .isEqualTo(401);
    }

    private Path pack(String territory, String query) throws Exception {
        Path file = directory.resolve(territory + ".zip");
        return Files.write(file, auditor.bytes("/territories/" + territory + "/audit-pack?" + query));
    }

    private String extracted(Path pack, String name) throws IOException {
        return Files.write(directory.resolve(name), content(pack, name)).toString();
    }

    private static JsonNode json(Path pack, String name) throws IOException {
        return JsonMapper.shared().readTree(content(pack, name));
    }

    private static byte[] content(Path pack, String name) throws IOException {
        try (ZipFile zip = new ZipFile(pack.toFile());
                InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(name)))) {
            return in.readAllBytes();
        }
    }
}
