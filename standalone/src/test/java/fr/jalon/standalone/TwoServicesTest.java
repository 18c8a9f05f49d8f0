package fr.jalon.standalone;

import static fr.jalon.standalone.ServiceProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.CommandService;
import fr.jalon.postgres.Role;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.query.QueryServiceApplication;
import fr.jalon.standalone.server.Upgrade;
import fr.jalon.web.account.StoredAccounts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The two services, each a process of its own with its own role, on one PostgreSQL. */
class TwoServicesTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String WATCHPOINT = "\"watchpoint\": \"panne\", \"kind\": \"need\"";
    /** How long the database is away: seconds here, half a minute in the long profile. */
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("jalon.test.outage", 3));

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
        command = ServiceProcess.start(CommandService.class, Role.COMMAND, DATABASE, database.port());
        query = ServiceProcess.start(QueryServiceApplication.class, Role.QUERY, DATABASE, database.port());
        commands = new Asking(command.address(), "national", password);
        queries = new Asking(query.address(), "national", password);
        command.awaitReady();
        query.awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        command.stop();
        query.stop();
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
            assertThat(query.isReady()).isFalse();
            assertThat(command.isAlive() && query.isAlive())
                    .as("to start them anew would mend nothing")
                    .isTrue();
        } while (System.nanoTime() < back);
        database.open();

        await(() -> record("nantes", "watchpoint-raised", WATCHPOINT).statusCode() == 201);
        await(() -> queries.status("/territories/nantes?minPosition=2") == 200);
        await(() -> command.isReady() && query.isReady());
    }

    private static HttpResponse<String> record(String territory, String type, String own) throws Exception {
        return commands.post(
                "/territories/" + territory + "/entries",
                "{\"type\": \"%s\", \"effective\": \"2015\", %s}".formatted(type, own));
    }
}
