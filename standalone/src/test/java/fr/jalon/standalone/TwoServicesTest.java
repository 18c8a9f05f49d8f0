package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The two services, each a process of its own with its own role, on one PostgreSQL. */
class TwoServicesTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String WATCHPOINT = "\"watchpoint\": \"panne\", \"kind\": \"need\"";
    private static final List<Process> PROCESSES = new ArrayList<>();

    /** How long the database is away: seconds here, half a minute in the long profile. */
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("jalon.test.outage", 3));

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
    void while_the_database_is_away_both_say_so_and_afterwards_go_on_unaided() throws Exception {
        HttpResponse<String> opened = record("nantes", "territory-opened", "\"name\": \"Nantes\", \"kind\": \"city\"");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(queries.status("/territories/nantes?minPosition=1")).isEqualTo(200);
        database.shut();
        long back = System.nanoTime() + AWAY.toNanos();
        do {
            HttpResponse<String> refused = record("nantes", "watchpoint-raised", WATCHPOINT);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(queries.status("/territories/nantes")).isEqualTo(503);
            assertThat(commands.isHealthy()).isFalse();
            assertThat(queries.isHealthy()).isFalse();
        } while (System.nanoTime() < back);
        database.open();

        await(() -> record("nantes", "watchpoint-raised", WATCHPOINT).statusCode() == 201);
        await(() -> queries.status("/territories/nantes?minPosition=2") == 200);
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
                        "--jalon.database.url="
                                + DATABASE.jdbcUrl().replaceFirst(":\\d+/", ":" + database.port() + "/"))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", main.getSimpleName() + ".log").toFile());
        // By the environment, as an operator would: a command line is for all to read.
        builder.environment().put("JALON_DATABASE_PASSWORD", DATABASE.password(role));
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
