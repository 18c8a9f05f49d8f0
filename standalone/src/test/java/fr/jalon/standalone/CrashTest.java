package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.cli.Jalon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PostgreSQL and the process itself are really killed while the register records and the notary seals; it goes on, or starts
 * again at once, and holds and has sealed every acknowledged entry once.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("jalon.test.crashes", 1);
    private static final int WRITERS = 4;

    private static final ConcurrentLinkedQueue<String> ACKNOWLEDGED = new ConcurrentLinkedQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static Running survivor;

    private final Asking auditor = new Asking(survivor.address, "auditor");

    private record Running(Process process, URI address) {}

    @BeforeAll
    static void kill() throws Exception {
        long seed = Long.getLong("jalon.seed", System.nanoTime());
        System.out.println("CrashTest seed " + seed + " (set -Djalon.seed to run it again)");
        Random random = new Random(seed);
        Programs.share(data);
        for (int round = 0; round < ROUNDS; round++) {
            Running running = start();
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String place = round + "-" + writer;
                writers.add(Thread.ofVirtual().start(() -> record(running, place)));
            }
            awaitMore(20 + random.nextInt(200));
            kill(postmaster());
            awaitMore(20 + random.nextInt(200));
            kill(running.process.toHandle());
            for (Thread writer : writers) {
                writer.join();
            }
        }
        survivor = start();
    }

    @AfterAll
    static void end() throws Exception {
        survivor.process.destroy();
        assertThat(survivor.process.waitFor()).as("SIGTERM ends it in order").isIn(0, 143);
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
        Ended check = new Terminal(survivor.address).jalon("auditor", "check", "--json");

        assertThat(check.code()).as(check.toString()).isZero();
        JsonNode result = JsonMapper.shared().readTree(check.out());
        assertThat(result.path("findings")).isEmpty();
        assertThat(result.path("entries").asString("")).isEqualTo(sql("select max(global_index) from events.event"));
    }

    @Test
    void a_row_altered_by_sql_turns_health_red_and_check_names_it() throws Exception {
        String entryId = entryId(7);
        String row = "where entry_id = '" + entryId + "'";
        sql("update events.event set payload = overlay(payload placing ' ' from 2 for 0) " + row + " returning 1");
        Ended check = new Terminal(survivor.address).jalon("auditor", "check");
        boolean healthy = auditor.isHealthy();
        sql("update events.event set payload = overlay(payload placing '' from 2 for 1) " + row + " returning 1");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines().findFirst().orElse("")).contains("changed", "lille 7", entryId);
        assertThat(healthy).isFalse();
    }

    private static void record(Running running, String place) {
        Asking coordinator = new Asking(running.address, "coordinator-lille");
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitMore(int more) {
        int enough = ACKNOWLEDGED.size() + more;
        while (ACKNOWLEDGED.size() < enough) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
    }

    /** A line of what the postmaster says of itself: the first is its pid, the fourth its port. */
    private static String postmaster(int line) throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .get(line)
                .strip();
    }

    /** What a superuser's statement gives, as only they can who hold the data directory. */
    private static String sql(String statement) throws IOException, SQLException {
        String password = Files.readString(data.resolve("secrets/jalon_admin")).strip();
        try (Connection superuser = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/jalon", "jalon_admin", password);
                ResultSet row = superuser.createStatement().executeQuery(statement)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String entryId(int position) throws Exception {
        return sql("select entry_id from events.event where territory = 'lille' and position = " + position);
    }

    private static void kill(ProcessHandle process) throws Exception {
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().get();
    }

    private List<String> history() throws Exception {
        return auditor.history("lille").stream()
                .map(item -> item.path("entry")
                        .path("watchpoint")
                        .asString(item.path("entryId").asString()))
                .toList();
    }

    private static Running start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jalon.class.getName(),
                        "demo",
                        "--port=0",
                        "--data=" + data)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("Jalon is ready: ")) {
                return new Running(process, URI.create(line.substring("Jalon is ready: ".length())));
            }
        }
        throw new AssertionError("The server ended without being ready");
    }
}
