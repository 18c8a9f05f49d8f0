package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.axonserver.AxonServerProcess;
import fr.jalon.axonserver.OnAxonServer;
import fr.jalon.command.CommandService;
import fr.jalon.postgres.Role;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.query.QueryServiceApplication;
import fr.jalon.store.Migrations;
import fr.jalon.web.account.StoredAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The services as processes of their own, with Axon Server for commands and events. */
@OnAxonServer
class AxonServerServicesTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AxonServerProcess AXON_SERVER = AxonServerProcess.start();
    private static final String WATCHPOINT = "\"watchpoint\": \"panne\", \"kind\": \"need\"";
    private static final List<Process> PROCESSES = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static Gate database;

    private static String password = "";

    @SuppressWarnings("NullAway.Init")
    private static Asking commands;

    @SuppressWarnings("NullAway.Init")
    private static Asking queries;

    @BeforeAll
    static void start() throws Exception {
        Migrations.run(DATABASE.dataSource(Role.OWNER));
        StoredAccounts.migrate(DATABASE.dataSource(Role.OWNER));
        password = new StoredAccounts(DATABASE.dataSource(Role.OWNER)).createFirstNational();
        database = new Gate(
                URI.create(DATABASE.jdbcUrl().substring("jdbc:".length())).getPort());
        URI command = service(CommandService.class, Role.COMMAND);
        URI query = service(QueryServiceApplication.class, Role.QUERY);
        commands = new Asking(command, "national", password);
        queries = new Asking(query, "national", password);
        awaitHealthy(command);
        awaitHealthy(query);
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        for (Process process : PROCESSES) {
            process.destroy();
            process.waitFor();
        }
        database.close();
        AXON_SERVER.close();
    }

    @Test
    void what_one_records_the_other_answers() throws Exception {
        HttpResponse<String> opened = commands.post("/territories/lille/entries", """
                {"type": "territory-opened", "effective": "2015", "name": "Lille", "kind": "city"}
                """);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        HttpResponse<String> carried = commands.post("/territories/lille/entries", """
                {"type": "coordination-carrier-changed", "effective": "2019", "carrier": {"id": "mel", "name": "MEL"}}
                """);
        assertThat(carried.statusCode()).as(carried.body()).isEqualTo(201);

        JsonNode state = queries.get("/territories/lille?asOf=2020-01-01&minPosition=2");
        assertThat(state.path("facts")
                        .path("coordination-carrier")
                        .get(0)
                        .path("value")
                        .path("carrier")
                        .path("name")
                        .asString("?"))
                .isEqualTo("MEL");
    }

    @Test
    void each_answers_its_own_half_only() throws Exception {
        assertThat(queries.post("/territories/lille/entries", "{}").statusCode())
                .isIn(404, 405);
        assertThat(commands.status("/territories/lille")).isIn(404, 405);
    }

    @Test
    void while_axon_server_is_away_commands_are_refused_and_answers_go_on_and_afterwards_all_goes_on_unaided()
            throws Exception {
        assertThat(record("nantes", "territory-opened", "\"name\": \"Nantes\", \"kind\": \"city\"")
                        .statusCode())
                .isEqualTo(201);
        assertThat(queries.status("/territories/nantes?minPosition=1")).isEqualTo(200);
        AXON_SERVER.kill();
        HttpResponse<String> refused = record("nantes", "watchpoint-raised", WATCHPOINT);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(queries.status("/territories/nantes")).isEqualTo(200);
        assertThat(commands.isHealthy()).isFalse();
        AXON_SERVER.begin();
        long back = System.nanoTime();
        await(() -> record("nantes", "watchpoint-raised", WATCHPOINT).statusCode() == 201);
        System.out.println("commands after " + (System.nanoTime() - back) / 1_000_000 + " ms");
        await(() -> queries.status("/territories/nantes?minPosition=2") == 200);
        System.out.println("answers after " + (System.nanoTime() - back) / 1_000_000 + " ms");
        await(() -> commands.isHealthy() && queries.isHealthy());
    }

    private static HttpResponse<String> record(String territory, String type, String own) throws Exception {
        return commands.post(
                "/territories/" + territory + "/entries",
                "{\"type\": \"%s\", \"effective\": \"2015\", %s}".formatted(type, own));
    }

    private static URI service(Class<?> main, Role role) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        "--server.port=" + port,
                        "--jalon.event-store=axon-server",
                        "--jalon.axon-server.servers=localhost:" + AXON_SERVER.port(),
                        "--jalon.database.url="
                                + DATABASE.jdbcUrl().replaceFirst(":\\d+/", ":" + database.port() + "/"))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", main.getSimpleName() + "-" + port + ".log")
                        .toFile());
        // By the environment, as an operator would: a command line is for all to read.
        builder.environment().put("JALON_DATABASE_PASSWORD", DATABASE.password(role));
        builder.environment().put("JALON_MIRROR_PASSWORD", DATABASE.password(Role.MIRROR));
        PROCESSES.add(builder.start());
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void awaitHealthy(URI service) throws Exception {
        Asking probe = new Asking(service, "national", password);
        await(probe::isHealthy);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
