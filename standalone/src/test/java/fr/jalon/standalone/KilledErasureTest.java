package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.TestCluster;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The process and its PostgreSQL are really killed at each step of an erasure: what was asked for and not done is as it
 * was before, what was done stays so, and nothing is in between.
 */
@Tag("long")
class KilledErasureTest {
    private static final String PERSON = "p-killed";
    private static final String NAME = "Camille Marquee";
    private static final String ERASED = "personne effacée";
    private static final String SECOND_PASSWORD = "brume-tilleul-42-horizon";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private ServerProcess server;

    /** Where it is held when it is killed. */
    private enum Step {
        ASKED("after insert on people.erasure for each row"),
        KEY_DESTROYED("after update on people.key for each row"),
        WRITTEN_DOWN("after update on people.erasure for each row"),
        ABOUT_TO_COMMIT("after update on people.key deferrable initially deferred for each row");

        private final String event;

        Step(String event) {
            this.event = event;
        }

        String trigger() {
            String kind = event.contains("deferred") ? "constraint trigger" : "trigger";
            return "create " + kind + " held " + event + " execute function people.held()";
        }
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void killed_at_whatever_step_an_erasure_is_not_begun_or_done() throws Exception {
        TestCluster.into(data);
        start();
        assertThat(server.asking("national")
                        .post("/territories/rouen/entries", """
                        {"type": "contribution-acknowledged", "effective": "2023", "reason": "r",
                         "person": {"id": "%s", "name": "%s"}}""".formatted(PERSON, NAME))
                        .statusCode())
                .isEqualTo(201);

        kill(Step.ASKED, server.asking("national"));
        isNamed();
        assertThat(erasures()).isEmpty();

        assertThat(erase(server.asking("national")).statusCode()).isEqualTo(202);
        for (Step step : new Step[] {Step.KEY_DESTROYED, Step.WRITTEN_DOWN, Step.ABOUT_TO_COMMIT}) {
            kill(step, second());
            isNamed();
            assertThat(erasures()).singleElement().satisfies(asked -> {
                assertThat(asked.path("person").asString("")).isEqualTo(PERSON);
                assertThat(asked.path("confirmedBy").asString("")).isEmpty();
            });
        }

        assertThat(erase(second()).statusCode()).isEqualTo(200);
        killAll();
        start();
        assertThat(held()).contains(ERASED).doesNotContain(NAME);
        assertThat(erasures()).singleElement().satisfies(done -> {
            assertThat(done.path("person").asString("")).isEmpty();
            assertThat(done.path("confirmedBy").asString("")).isEqualTo("second");
        });
    }

    /** Holds what this account asks for at a step, kills all there is, and starts it again. */
    private void kill(Step step, Asking asking) throws Exception {
        try (Connection holder = server.superuser();
                Statement statement = holder.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute("select pg_advisory_lock(4711, 1)");
            statement.execute("""
                    create or replace function people.held() returns trigger language plpgsql as $$
                    begin perform pg_advisory_xact_lock(4711, 1); return null; end $$""");
            statement.execute(step.trigger());
            Future<?> erasing = threads.submit(() -> {
                try {
                    erase(asking);
                } catch (IOException killed) {
                    // As meant.
                }
                return null;
            });
            SeveralServices.await(() -> server.sql("""
                            select count(*) from pg_locks
                            where locktype = 'advisory' and classid = 4711 and not granted""").equals("1"));
            killAll();
            erasing.get(1, TimeUnit.MINUTES);
        }
        start();
        try (Connection owner = server.superuser();
                Statement statement = owner.createStatement()) {
            statement.execute("drop function people.held cascade");
        }
    }

    private void killAll() throws Exception {
        ProcessHandle postmaster = server.postmaster();
        server.kill();
        postmaster.destroyForcibly();
        postmaster.onExit().get(1, TimeUnit.MINUTES);
    }

    private void start() throws Exception {
        server = ServerProcess.start("demo", data);
    }

    /** A demonstration's accounts are made anew at each start. */
    private Asking second() throws Exception {
        server.asking("national")
                .post(
                        "/accounts",
                        "{\"name\": \"second\", \"roles\": [\"national\"], \"password\": \"%s\"}"
                                .formatted(SECOND_PASSWORD));
        return new Asking(server.address(), "second", SECOND_PASSWORD);
    }

    private static HttpResponse<String> erase(Asking asking) throws IOException, InterruptedException {
        return asking.post("/persons/" + PERSON + "/erasure", "{\"reason\": \"demande 17\"}");
    }

    private void isNamed() throws Exception {
        assertThat(held()).contains(NAME).doesNotContain(ERASED);
    }

    private String held() throws Exception {
        Asking auditor = server.asking("auditor");
        SeveralServices.await(() -> auditor.status("/persons/" + PERSON) == 200);
        return auditor.get("/persons/" + PERSON).toString();
    }

    private JsonNode erasures() throws Exception {
        return server.asking("auditor").get("/erasures").path("erasures");
    }
}
