package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.Seed;
import fr.jalon.postgres.TestCluster;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Killed in the midst of redactions, server and database: each is done, or was not begun. */
@Tag("long")
class RedactionCrashTest {
    private static final int TEXTS = 60;

    private final List<UUID> entries =
            IntStream.range(0, TEXTS).mapToObj(i -> new UUID(4 << 12, i)).toList();

    private final ConcurrentLinkedQueue<UUID> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void each_is_done_or_was_not_begun(@TempDir Path data) throws Exception {
        Random random = new Random(Seed.of(20261129, "RedactionCrashTest"));
        TestCluster.into(data);
        ServerProcess running = ServerProcess.start("demo", data);
        String lines = entries.stream()
                .map(id -> """
                        {"entryId": "%s", "territory": "lille", "type": "watchpoint-raised", "effective": "2024", \
                        "watchpoint": "w-%d", "kind": "need", "note": "%s secrete"}
                        """.formatted(id, id.getLeastSignificantBits(), mark(id)))
                .collect(Collectors.joining());
        assertThat(running.asking("national")
                        .post("/entries", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        Thread redacting = Thread.ofVirtual().start(() -> redactAll(running));
        int enough = 5 + random.nextInt(TEXTS / 2);
        SeveralServices.await(() -> acknowledged.size() >= enough || !redacting.isAlive());
        running.postmaster().destroyForcibly();
        running.kill();
        redacting.join();

        ServerProcess survivor = ServerProcess.start("demo", data);
        try {
            assertEachIsWhole(survivor.asking("national"));
            assertThat(survivor.asking("auditor").check().path("findings")).isEmpty();
        } finally {
            survivor.stop();
        }
    }

    /** A word that no other entry has, nor begins with. */
    private static String mark(UUID entry) {
        return "marque%02dx".formatted(entry.getLeastSignificantBits());
    }

    private void redactAll(ServerProcess running) {
        Asking national = running.asking("national");
        try {
            for (UUID entry : entries) {
                HttpResponse<String> answer = national.post("/territories/lille/entries/" + entry + "/redaction", """
                        {"pointer": "/note", "reason": "dossier 18"}""");
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
                if (answer.statusCode() == 200) {
                    acknowledged.add(entry);
                }
            }
        } catch (IOException killed) {
            // As meant.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertEachIsWhole(Asking national) throws Exception {
        Set<String> told = new HashSet<>();
        national.get("/redactions")
                .path("redactions")
                .forEach(each -> told.add(each.path("entryId").asString("")));
        List<String> gone = new ArrayList<>();
        for (UUID entry : entries) {
            JsonNode item = national.get("/territories/lille/entries/" + entry);
            boolean isGone = item.at("/entry/note").asString("").equals("texte caviardé");
            boolean isFound = !national.get("/history?text=" + mark(entry))
                    .path("entries")
                    .isEmpty();
            assertThat(isGone).as("entry %s, found: %s", entry, isFound).isNotEqualTo(isFound);
            if (isGone) {
                gone.add(entry.toString());
            } else {
                assertThat(item.at("/entry/note").asString("")).isEqualTo(mark(entry) + " secrete");
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(gone);
        assertThat(gone).containsAll(acknowledged.stream().map(UUID::toString).toList());
    }
}
