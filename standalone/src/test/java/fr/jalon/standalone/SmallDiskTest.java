package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A whole Jalon on a small file system that really is full. The file system is the process's own: mounted in a user's
 * and a mount's namespace of its own, it takes no right on the machine, and ends with the process.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallDiskTest {
    /** More than an empty register takes with PostgreSQL's own files. */
    private static final String SIZE = "160m";

    /** Bounded: so many entries need more pages than there are. */
    private static final int MANY = 500;

    @SuppressWarnings("NullAway.Init")
    private ServerProcess server;

    @SuppressWarnings("NullAway.Init")
    private Path ballast;

    private final List<String> acknowledged = new ArrayList<>();
    private int number;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        Path data = directory.toAbsolutePath();
        List<String> inside = List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                """
                mount -t tmpfs -o size=%s tmpfs "$0" && mkdir "$0/tmp" "$0/postgres" || exit 1
                for programs in "$1"/programs-*; do test ! -d "$programs" || ln -s "$programs" "$0/postgres/"; done
                shift
                exec "$@"
                """.formatted(SIZE),
                data.toString(),
                System.getProperty("jalon.test.programs", "none"));
        server = ServerProcess.start(
                inside,
                "serve",
                data,
                "-Djava.io.tmpdir=" + data.resolve("tmp"),
                "-Dmanagement.health.diskspace.threshold=1MB");
        ballast = server.files().resolve("ballast");
        assertThat(record("territory-opened", "\"effective\": \"2015\", \"name\": \"Lille\", \"kind\": \"city\"")
                        .statusCode())
                .isEqualTo(201);
        assertThat(asking().status("/territories/lille?minPosition=1")).isEqualTo(200);
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void without_room_for_data_nothing_is_recorded_and_answers_go_on_and_once_there_is_room_all_goes_on_unaided()
            throws Exception {
        fill();
        HttpResponse<String> refused = recordUntilRefused();
        assertThat(refused.statusCode()).as(refused.body()).isIn(503, 507);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        for (String path : List.of("", "/history", "/replay", "/agenda?from=2020-01-01&to=2021-01-01")) {
            assertThat(asking().status("/territories/lille" + path)).as(path).isEqualTo(200);
        }
        // These take room of their own while they are made.
        for (String path : List.of("/export/entries.csv", "/export/entries.xlsx", "/audit-pack")) {
            assertThat(asking().status("/territories/lille" + path)).as(path).isIn(200, 503, 507);
        }
        goesOnOnceThereIsRoom();
    }

    /** PostgreSQL itself ends where it cannot write ahead. */
    @Test
    void without_room_for_the_write_ahead_log_nothing_acknowledged_is_lost_and_once_there_is_room_all_goes_on_unaided()
            throws Exception {
        fill();
        HttpResponse<String> refused = recordUntilRefused();
        for (int i = 0; i < 20 && isSwitched(); i++) {
            refused = record();
        }
        assertThat(refused.statusCode()).as(refused.body()).isIn(503, 507);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(asking().status("/territories/lille")).isIn(200, 503);
        goesOnOnceThereIsRoom();
    }

    private void goesOnOnceThereIsRoom() throws Exception {
        Files.delete(ballast);
        SeveralServices.await(() -> record().statusCode() == 201);
        String last = server.sql("select max(position) from events.event");
        SeveralServices.await(() -> asking().status("/territories/lille?minPosition=" + last) == 200);
        assertThat(asking().history("lille").stream()
                        .map(item -> item.at("/entry/watchpoint").asString("")))
                .doesNotHaveDuplicates()
                .containsAll(acknowledged);
        JsonNode check = asking().check();
        assertThat(check.path("state").asString("")).as(check.toString()).isEqualTo("done");
        assertThat(check.path("findings")).as(check.toString()).isEmpty();
        SeveralServices.await(() -> asking().isHealthy());
    }

    /** Leaves not a byte. */
    private void fill() throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream file = Files.newOutputStream(ballast)) {
            for (int size = block.length; size > 0; size /= 2) {
                writeWhileThereIsRoom(file, block, size);
            }
        }
    }

    private static void writeWhileThereIsRoom(OutputStream file, byte[] block, int size) {
        try {
            while (true) {
                file.write(block, 0, size);
            }
        } catch (IOException full) {
            // As meant: smaller ones may fit yet.
        }
    }

    private HttpResponse<String> recordUntilRefused() throws Exception {
        for (int i = 0; i < MANY; i++) {
            HttpResponse<String> answer = record();
            if (answer.statusCode() != 201) {
                return answer;
            }
        }
        throw new AssertionError("The disk is not full");
    }

    private HttpResponse<String> record() throws Exception {
        String watchpoint = "w-" + ++number;
        HttpResponse<String> answer = record(
                "watchpoint-raised",
                "\"effective\": \"2020\", \"watchpoint\": \"%s\", \"kind\": \"need\", \"note\": \"%s\""
                        .formatted(watchpoint, "n".repeat(500)));
        if (answer.statusCode() == 201) {
            acknowledged.add(watchpoint);
        }
        return answer;
    }

    private HttpResponse<String> record(String type, String attributes) throws Exception {
        return asking().post("/territories/lille/entries", "{\"type\": \"" + type + "\", " + attributes + "}");
    }

    /** Whether PostgreSQL began a new file of its log, as it does when one is full. */
    private boolean isSwitched() {
        try {
            server.sql("select pg_switch_wal()");
            return true;
        } catch (IOException | SQLException ended) {
            return false;
        }
    }

    private Asking asking() {
        return server.asking("national");
    }
}
