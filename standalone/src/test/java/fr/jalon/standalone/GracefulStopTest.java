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
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services that are really told to stop (SIGTERM) while they work. */
class GracefulStopTest {
    private static final int WRITERS = 8;
    private static final int TERMINATED = 143;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource(Role.OWNER));
    private final AtomicInteger underWay = new AtomicInteger();

    GracefulStopTest() {
        new Upgrade(database.dataSource(Role.OWNER)).schemas();
    }

    @Test
    void a_command_service_under_load_ends_every_request_it_was_sent() throws Exception {
        String password = new StoredAccounts(database.dataSource(Role.OWNER)).createFirstNational();
        ServiceProcess service = start(CommandService.class, Role.COMMAND, "--jalon.stop.notice=1s");
        service.awaitReady();
        Asking national = new Asking(service.address(), "national", password);
        record(national, "territory-opened", "\"name\": \"Lille\", \"kind\": \"city\"");

        List<Future<Integer>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "essai-" + writer;
                writers.add(threads.submit(() -> recordWhileReady(service, national, name)));
            }
            await(() -> entries() > 50);
            try (Connection slow = database.dataSource(Role.OWNER).getConnection()) {
                slow.setAutoCommit(false);
                // Nothing is appended while another holds this lock: requests are in flight when the door closes.
                slow.createStatement().execute("select pg_advisory_xact_lock(1784769647, 1)");
                await(() -> underWay.get() == WRITERS);
                service.tellToStop();
                await(() -> !service.isReady());
                assertThat(service.isAlive()).as("it leaves, it is not ill").isTrue();
                await(service::isClosed);
                slow.rollback();
            }
        }

        long acknowledged = 1;
        for (Future<Integer> writer : writers) {
            acknowledged += writer.get();
        }
        assertThat(service.process().waitFor()).isEqualTo(TERMINATED);
        assertThat(entries()).isEqualTo(acknowledged);
    }

    @Test
    void a_query_service_lets_go_of_its_part_of_the_log_and_another_takes_it() throws Exception {
        ServiceProcess first = start(QueryServiceApplication.class, Role.QUERY, "--jalon.projection.node=first");
        await(() -> owners().contains("first"));
        ServiceProcess second = start(QueryServiceApplication.class, Role.QUERY, "--jalon.projection.node=second");
        try {
            second.awaitReady();
            first.tellToStop();
            assertThat(first.process().waitFor()).isEqualTo(TERMINATED);
            assertThat(owners()).as("no claim waits for its time to run out").doesNotContain("first");
            await(() -> owners().contains("second"));
        } finally {
            second.stop();
        }
    }

    /** As a proxy sends: for as long as the service says that it is ready. Gives how many were acknowledged. */
    private int recordWhileReady(ServiceProcess service, Asking national, String name) throws Exception {
        int acknowledged = 0;
        while (service.isReady()) {
            underWay.incrementAndGet();
            record(
                    national,
                    "watchpoint-raised",
                    "\"watchpoint\": \"%s-%d\", \"kind\": \"need\"".formatted(name, acknowledged));
            underWay.decrementAndGet();
            acknowledged++;
        }
        return acknowledged;
    }

    private static void record(Asking national, String type, String own) throws IOException, InterruptedException {
        HttpResponse<String> answer = national.post("/territories/lille/entries", """
                {"type": "%s", "effective": "2015", %s}
                """.formatted(type, own));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private long entries() {
        return jdbc.sql("select count(*) from events.event").query(Long.class).single();
    }

    private List<String> owners() {
        return jdbc.sql("select owner from tracking.token where owner is not null")
                .query(String.class)
                .list();
    }

    private ServiceProcess start(Class<?> main, Role role, String setting) throws IOException {
        return ServiceProcess.start(main, role, database, ServiceProcess.portOf(database), setting);
    }
}
