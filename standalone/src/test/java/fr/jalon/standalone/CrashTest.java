package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.cli.Jalon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL and the process itself are really killed while the register records; it goes on, or starts again at once, and
 * holds every acknowledged entry once.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("jalon.test.crashes", 1);
    private static final int WRITERS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private record Running(Process process, URI address) {}

    @Test
    void whatever_is_killed_while_it_records_every_acknowledged_entry_is_held_once() throws Exception {
        long seed = Long.getLong("jalon.seed", System.nanoTime());
        System.out.println("CrashTest seed " + seed + " (set -Djalon.seed to run it again)");
        Random random = new Random(seed);
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Programs.share(data);
        for (int round = 0; round < ROUNDS; round++) {
            Running running = start();
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String place = round + "-" + writer;
                writers.add(Thread.ofVirtual().start(() -> record(running, place, acknowledged)));
            }
            awaitMore(acknowledged, 20 + random.nextInt(200));
            kill(postmaster());
            awaitMore(acknowledged, 20 + random.nextInt(200));
            kill(running.process.toHandle());
            for (Thread writer : writers) {
                writer.join();
            }
        }
        Running running = start();
        List<String> held = history(new Asking(running.address, "auditor"));
        running.process.destroy();
        assertThat(running.process.waitFor()).as("SIGTERM ends it in order").isIn(0, 143);

        Set<String> once = new HashSet<>(held);
        assertThat(once).as("nothing twice").hasSameSizeAs(held);
        assertThat(once).as("nothing acknowledged lost").containsAll(acknowledged);
    }

    private static void record(Running running, String place, ConcurrentLinkedQueue<String> acknowledged) {
        Asking coordinator = new Asking(running.address, "coordinator-lille");
        try {
            for (int number = 0; ; number++) {
                HttpResponse<String> answer =
                        coordinator.post("/territories/lille/entries", """
                        {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "essai-%s-%d", "kind": "need"}
                        """.formatted(place, number));
                assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
                if (answer.statusCode() == 201) {
                    acknowledged.add("essai-" + place + "-" + number);
                }
            }
        } catch (IOException killed) {
            // As meant.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitMore(Collection<String> acknowledged, int more) {
        int enough = acknowledged.size() + more;
        while (acknowledged.size() < enough) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws Exception {
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().get();
    }

    private static List<String> history(Asking auditor) throws Exception {
        return auditor.history("lille").stream()
                .map(item -> item.path("entry")
                        .path("watchpoint")
                        .asString(item.path("entryId").asString()))
                .toList();
    }

    private Running start() throws IOException {
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
