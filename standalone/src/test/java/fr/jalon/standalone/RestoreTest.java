package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.SignedNote;
import fr.jalon.postgres.TestCluster;
import fr.jalon.standalone.JalonCommand.Ended;
import fr.jalon.standalone.server.Backup;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.Restored;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A register's files are put back from an older copy, as a restore does or a forger; who has looked before is told. */
@Tag("long")
class RestoreTest {
    private static final String NAME = "Camille Marquee";
    private static final String TEXT = "Remerciement qui en dit trop";
    private static final String SECOND_PASSWORD = "brume-tilleul-42-horizon";
    private static final long LIMIT_NANOS = 90_000_000_000L;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    private int port;
    private String password = "";

    @BeforeEach
    void takePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @Test
    void all_data_put_back_is_told_by_the_head_seen_before_and_so_is_a_log_that_went_on_from_there() throws Exception {
        Path data = files.resolve("data");
        Path backUp = files.resolve("back-up");
        try (StandaloneServer server = start(data)) {
            password = Objects.requireNonNull(server.firstPassword());
            record(server, 2);
            assertThat(check().code()).isZero();
        }
        copy(data, backUp);
        try (StandaloneServer server = start(data)) {
            record(server, 4);
            Ended grown = check();
            assertThat(grown.code()).as(grown.error()).isZero();
        }
        assertOwnFiles();

        try (StandaloneServer server = start(backUp)) {
            Ended back = check();
            assertThat(back.code()).isEqualTo(1);
            assertThat(back.error()).contains("was rolled back", "4 entries", "--forget");

            record(server, 5);
            Ended forked = check();
            assertThat(forked.code()).isEqualTo(1);
            assertThat(forked.error()).contains("is not the one seen last");

            assertThat(check("--forget").code()).isZero();
            assertThat(check().code()).isZero();
        }
    }

    @Test
    void the_database_alone_put_back_is_told_by_the_checkpoints_kept_beside_it_and_by_the_head() throws Exception {
        Path data = files.resolve("data");
        Path backUp = files.resolve("back-up");
        try (StandaloneServer server = start(data)) {
            password = Objects.requireNonNull(server.firstPassword());
            record(server, 2);
        }
        copy(data.resolve("postgres"), backUp);
        try (StandaloneServer server = start(data)) {
            record(server, 4);
            assertThat(check().code()).isZero();
        }
        Files.move(data.resolve("postgres"), files.resolve("newer"));
        Files.move(backUp, data.resolve("postgres"));

        try (StandaloneServer server = start(data)) {
            assertThat(server.address().getPort()).isEqualTo(port);
            Ended back = check();
            assertThat(back.code()).isEqualTo(1);
            assertThat(back.out()).contains("rolled-back", "knows of 4 entries, the log of 2");
            assertThat(back.error()).contains("was rolled back");
        }
    }

    @Test
    void a_person_who_was_erased_after_the_back_up_is_forgotten_again_by_the_list_kept_elsewhere() throws Exception {
        Path data = files.resolve("data");
        Path backUp = files.resolve("back-up");
        String kept;
        String redactions;
        try (StandaloneServer server = start(data)) {
            password = Objects.requireNonNull(server.firstPassword());
            Asking national = new Asking(server.address(), "national", password);
            assertThat(national.post("/accounts", """
                            {"name": "second", "roles": ["national"], "password": "%s"}""".formatted(SECOND_PASSWORD))
                            .statusCode())
                    .isEqualTo(201);
            Ended opened = terminal()
                    .jalon(
                            "national",
                            "record",
                            "france",
                            "territory-opened",
                            "effective=2019",
                            "name=France",
                            "kind=national",
                            "--yes");
            assertThat(opened.code()).as(opened.error()).isZero();
            record(national, "rouen", "\"type\": \"territory-opened\", \"kind\": \"city\", \"name\": \"Rouen\"");
            String entry = "";
            for (String person : List.of("p-before", "p-meanwhile", "p-after")) {
                String fields = """
                        "type": "contribution-acknowledged", "reason": "%s", "person": {"id": "%s", "name": "%s"}
                        """.formatted(TEXT, person, NAME);
                entry = record(national, "rouen", fields);
            }
            erase(server, "p-before");
            awaitRecorded(national, 1);
            assertThat(ask(national, "p-meanwhile")).isEqualTo(202);
            Backup.take(data, backUp);
            assertThat(ask(second(server), "p-meanwhile")).isEqualTo(200);
            erase(server, "p-after");
            awaitRecorded(national, 3);
            assertThat(national.post(
                                    "/territories/rouen/entries/" + entry + "/redaction",
                                    "{\"pointer\": \"/reason\", \"reason\": \"demande 17\"}")
                            .statusCode())
                    .isEqualTo(200);
            redactions = national.get("/redactions").toString();
            kept = national.get("/erasures").toString();
            assertThat(kept).doesNotContain(NAME).contains("p-before", "p-meanwhile", "p-after");
        }

        Path restored = files.resolve("restored");
        Backup.in(backUp).orElseThrow().restore(restored);
        assertThat(Restored.check(restored).faults()).isEmpty();
        try (StandaloneServer server = start(restored)) {
            Asking national = new Asking(server.address(), "national", password);
            SeveralServices.await(() -> national.status("/persons/p-after") == 200);
            assertThat(national.get("/persons/p-after").toString())
                    .as("brought back")
                    .contains(NAME, TEXT);
            assertThat(national.get("/persons/p-meanwhile").toString()).contains(NAME);
            assertThat(national.get("/persons/p-before").toString()).doesNotContain(NAME);

            assertThat(national.post("/erasures", kept.replace("p-after", "p-others"))
                            .statusCode())
                    .as("what another person is put into, who was never erased")
                    .isEqualTo(400);
            for (int forgotten : new int[] {2, 0}) {
                assertThat(national.post("/erasures", kept).body()).isEqualTo("{\"forgotten\":" + forgotten + "}");
                awaitRecorded(national, 3);
                SeveralServices.await(() -> !national.get("/persons/p-after")
                                .toString()
                                .contains(NAME)
                        && !national.get("/persons/p-meanwhile").toString().contains(NAME));
                assertThat(national.get("/erasures").toString())
                        .as("all as it was told, entries and their places too")
                        .isEqualTo(kept);
                assertThat(national.history("france"))
                        .filteredOn(entry -> entry.toString().contains("person-erased"))
                        .extracting(entry -> entry.path("actor").asString(""))
                        .containsExactlyInAnyOrder("second", "national", "national");
            }
            assertThat(national.post("/redactions", redactions).body()).isEqualTo("{\"forgotten\":1}");
            SeveralServices.await(
                    () -> !national.get("/persons/p-after").toString().contains(TEXT));
            Ended checked = check("--forget");
            assertThat(checked.code()).as(checked.out() + checked.error()).isZero();
        }
    }

    /** Its id. */
    private static String record(Asking national, String territory, String fields) throws Exception {
        HttpResponse<String> answer =
                national.post("/territories/" + territory + "/entries", "{\"effective\": \"2020\", " + fields + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).path("entryId").asString("");
    }

    private void erase(StandaloneServer server, String person) throws Exception {
        assertThat(ask(new Asking(server.address(), "national", password), person))
                .isEqualTo(202);
        assertThat(ask(second(server), person)).isEqualTo(200);
    }

    private static Asking second(StandaloneServer server) {
        return new Asking(server.address(), "second", SECOND_PASSWORD);
    }

    private static int ask(Asking asking, String person) throws Exception {
        return asking.post("/persons/" + person + "/erasure", "{\"reason\": \"demande 17\"}")
                .statusCode();
    }

    /** So many erasures are done, and each has its entry. */
    private static void awaitRecorded(Asking asking, int done) throws Exception {
        SeveralServices.await(() -> asking.get("/erasures")
                        .path("erasures")
                        .valueStream()
                        .filter(each -> each.path("entry").isObject())
                        .count()
                == done);
    }

    @Test
    void another_register_in_the_place_of_the_one_seen_is_told() throws Exception {
        for (String each : new String[] {"one", "other"}) {
            try (StandaloneServer server = start(files.resolve(each))) {
                password = Objects.requireNonNull(server.firstPassword());
                record(server, 1);
                Ended checked = check();
                assertThat(checked.code()).isEqualTo(each.equals("one") ? 0 : 1);
                assertThat(checked.error().contains("Another log answers")).isEqualTo(each.equals("other"));
            }
        }
    }

    private StandaloneServer start(Path data) throws IOException {
        if (Files.notExists(data)) {
            TestCluster.into(Files.createDirectories(data));
        }
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), port, data, false));
    }

    /** Opens territories until the log has so many entries, and waits until they are sealed. */
    private void record(StandaloneServer server, long size) throws Exception {
        Asking national = new Asking(server.address(), "national", password);
        while (size(national) < size) {
            long before = size(national);
            String territory = "t" + UUID.randomUUID();
            int status =
                    national.post("/territories/" + territory + "/entries", """
                            {"type": "territory-opened", "effective": "2020", "kind": "city", "name": "Essai"}
                            """).statusCode();
            assertThat(status).isEqualTo(201);
            long end = System.nanoTime() + LIMIT_NANOS;
            while (size(national) == before) {
                assertThat(System.nanoTime())
                        .as("sealed within a minute and a half")
                        .isLessThan(end);
                Thread.sleep(20);
            }
        }
    }

    private static long size(Asking national) throws Exception {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (national.status("/log/checkpoint") != 200) {
            assertThat(System.nanoTime())
                    .as("signed within a minute and a half")
                    .isLessThan(end);
            Thread.sleep(20);
        }
        return Checkpoint.parse(
                        SignedNote.parse(national.text("/log/checkpoint")).text())
                .size();
    }

    private Ended check(String... options) throws Exception {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return terminal().jalon("national", arguments);
    }

    private Terminal terminal() {
        return new Terminal(URI.create("http://127.0.0.1:" + port))
                .with("JALON_PASSWORD", password)
                .with("XDG_STATE_HOME", files.resolve("state").toString());
    }

    private void assertOwnFiles() throws IOException {
        Path heads = files.resolve("state/jalon/heads");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(heads)))
                .isEqualTo("rwx------");
        try (var all = Files.list(heads)) {
            assertThat(all.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    /** As a back-up does: owners and modes too. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
