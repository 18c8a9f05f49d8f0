package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.Seed;
import fr.jalon.postgres.TestCluster;
import fr.jalon.standalone.JalonCommand.Ended;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PostgreSQL and the process itself are really killed while the register records and the notary seals; it goes on, or
 * starts again at once, and holds and has sealed every acknowledged entry once.
 */
@Tag("long")
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("jalon.test.crashes", 1);
    private static final int WRITERS = 4;

    private static final ConcurrentLinkedQueue<String> ACKNOWLEDGED = new ConcurrentLinkedQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess survivor;

    private static boolean answeredAtOnce;

    private final Asking auditor = survivor.asking("auditor");

    @BeforeAll
    static void kill() throws Exception {
        long seed = Seed.of(20260126, "CrashTest");
        Random random = new Random(seed);
        TestCluster.into(data);
        for (int round = 0; round < ROUNDS; round++) {
            ServerProcess running = ServerProcess.start("demo", data);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> writers = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String place = round + "-" + writer;
                    writers.add(threads.submit(() -> {
                        record(running, place);
                        return null;
                    }));
                }
                awaitMore(20 + random.nextInt(200), writers);
                kill(running.postmaster());
                awaitMore(20 + random.nextInt(200), writers);
                running.kill();
                for (Future<?> writer : writers) {
                    writer.get();
                }
            }
        }
        survivor = ServerProcess.start("demo", data);
        long last = Long.parseLong(survivor.sql("select max(position) from events.event where territory = 'lille'"));
        answeredAtOnce = survivor.asking("auditor").status("/territories/lille?minPosition=" + last) == 200;
    }

    @AfterAll
    static void end() throws Exception {
        survivor.stop();
        assertThat(survivor.process().exitValue())
                .as("SIGTERM ends it in order")
                .isIn(0, 143);
    }

    /**
     * At once: nothing of the process that died, neither its lock on the data nor its place in the log, holds it off.
     */
    @Test
    void what_is_recorded_after_the_start_is_answered_when_first_asked_for() throws Exception {
        HttpResponse<String> recorded = survivor.asking("coordinator-paris").post("/territories/paris/entries", """
                        {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "essai", "kind": "need"}
                        """);
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        String position =
                JsonMapper.shared().readTree(recorded.body()).path("position").asString();
        assertThat(answeredAtOnce).isTrue();
        assertThat(auditor.status("/territories/paris?minPosition=" + position)).isEqualTo(200);
    }

    @Test
    void every_acknowledged_entry_is_held_once() throws Exception {
        List<String> held = history();
        Set<String> once = new HashSet<>(held);
        assertThat(once).as("nothing twice").hasSameSizeAs(held);
        assertThat(once).as("nothing acknowledged lost").containsAll(ACKNOWLEDGED);
    }

    @Test
    void every_entry_is_sealed_once_and_in_its_place() throws Exception {
        auditor.get("/log/entries/" + entryId(history().size()) + "/proof");
        Ended check = new Terminal(survivor.address()).jalon("auditor", "check", "--json");

        assertThat(check.code()).as(check.toString()).isZero();
        JsonNode result = JsonMapper.shared().readTree(check.out());
        assertThat(result.path("findings")).isEmpty();
        assertThat(result.path("entries").asString(""))
                .isEqualTo(survivor.sql("select max(global_index) from events.event"));
    }

    @Test
    void a_row_altered_by_sql_turns_health_red_and_check_names_it() throws Exception {
        String entryId = entryId(7);
        String row = "where entry_id = '" + entryId + "'";
        survivor.sql(
                "update events.event set payload = overlay(payload placing ' ' from 2 for 0) " + row + " returning 1");
        Ended check = new Terminal(survivor.address()).jalon("auditor", "check");
        boolean healthy = auditor.isHealthy();
        survivor.sql(
                "update events.event set payload = overlay(payload placing '' from 2 for 1) " + row + " returning 1");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines().findFirst().orElse("")).contains("changed", "lille 7", entryId);
        assertThat(healthy).isFalse();
    }

    private static void record(ServerProcess running, String place) throws InterruptedException {
        Asking coordinator = running.asking("coordinator-lille");
        try {
            for (int number = 0; ; number++) {
                HttpResponse<String> answer =
                        coordinator.post("/territories/lille/entries", """
                        {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "essai-%s-%d", "kind": "need"}
                        """.formatted(place, number));
                assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
                if (answer.statusCode() == 201) {
                    ACKNOWLEDGED.add("essai-" + place + "-" + number);
                }
            }
        } catch (IOException killed) {
            // As meant.
        }
    }

    /** Waits for more entries, or until a writer has failed. */
    private static void awaitMore(int more, List<Future<?>> writers) throws Exception {
        int enough = ACKNOWLEDGED.size() + more;
        SeveralServices.await(
                () -> ACKNOWLEDGED.size() >= enough || writers.stream().anyMatch(Future::isDone));
    }

    private static String entryId(int position) throws Exception {
        return survivor.sql("select entry_id from events.event where territory = 'lille' and position = " + position);
    }

    private static void kill(ProcessHandle process) throws Exception {
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().get(1, TimeUnit.MINUTES);
    }

    private List<String> history() throws Exception {
        return auditor.history("lille").stream()
                .map(item -> item.path("entry")
                        .path("watchpoint")
                        .asString(item.path("entryId").asString()))
                .toList();
    }
}
