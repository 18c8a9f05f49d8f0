package fr.jalon.standalone;

import static fr.jalon.standalone.ServiceProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.axonserver.AxonServerProcess;
import fr.jalon.axonserver.OnAxonServer;
import fr.jalon.command.CommandService;
import fr.jalon.postgres.Role;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.query.QueryServiceApplication;
import fr.jalon.standalone.server.Upgrade;
import fr.jalon.web.account.StoredAccounts;
import java.io.IOException;
import java.net.http.HttpResponse;
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

    @SuppressWarnings("NullAway.Init")
    private static Gate database;

    @SuppressWarnings("NullAway.Init")
    private static ServiceProcess command;

    @SuppressWarnings("NullAway.Init")
    private static ServiceProcess query;

    @SuppressWarnings("NullAway.Init")
    private static Asking commands;

    @SuppressWarnings("NullAway.Init")
    private static Asking queries;

    @BeforeAll
    static void start() throws Exception {
        new Upgrade(DATABASE.dataSource(Role.OWNER)).schemas();
        String password = new StoredAccounts(DATABASE.dataSource(Role.OWNER)).createFirstNational();
        database = new Gate(ServiceProcess.portOf(DATABASE));
        command = service(CommandService.class, Role.COMMAND);
        query = service(QueryServiceApplication.class, Role.QUERY);
        commands = new Asking(command.address(), "national", password);
        queries = new Asking(query.address(), "national", password);
        await(commands::isHealthy);
        await(queries::isHealthy);
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        command.stop();
        query.stop();
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
        assertThat(command.isReady()).as("no command can be sent here").isFalse();
        assertThat(command.isAlive() && query.isReady()).isTrue();
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

    private static ServiceProcess service(Class<?> main, Role role) throws IOException {
        return ServiceProcess.start(
                main,
                role,
                DATABASE,
                database.port(),
                "--jalon.event-store=axon-server",
                "--jalon.axon-server.servers=localhost:" + AXON_SERVER.port());
    }
}
