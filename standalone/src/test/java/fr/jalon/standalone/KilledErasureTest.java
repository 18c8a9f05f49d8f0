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
 * was before, what was done stays so and is recorded once, and nothing is in between.
 */
@Tag("long")
class KilledErasureTest {
    private static final String NAME = "Camille Marquee";
    private static final String ERASED = "personne effacée";
    private static final String RECORDED = "select count(*) from events.event where type = 'person-erased'";
    private static final String SECOND_PASSWORD = "brume-tilleul-42-horizon";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private ServerProcess server;

    private String person = "p-killed";

    /** Where it is held when it is killed. */
    private enum Step {
        ASKED("after insert on people.erasure for each row"),
        KEY_DESTROYED("after update on people.key for each row"),
        WRITTEN_DOWN("after update on people.erasure for each row"),
        ABOUT_TO_COMMIT("after update on people.key deferrable initially deferred for each row"),
        ABOUT_TO_RECORD("before insert on events.event for each row when (new.type = 'person-erased')"),
        RECORDED("after insert on events.event deferrable initially deferred for each row"
                + " when (new.type = 'person-erased')");

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
        name();
        kill(Step.ASKED, server.asking("national"));
        isNamed();
        assertThat(erasures()).isEmpty();

        assertThat(erase(server.asking("national")).statusCode()).isEqualTo(202);
        for (Step step : new Step[] {Step.KEY_DESTROYED, Step.WRITTEN_DOWN, Step.ABOUT_TO_COMMIT}) {
            kill(step, second());
            isNamed();
            assertThat(erasures()).singleElement().satisfies(asked -> {
                assertThat(asked.path("person").asString("")).isEqualTo(person);
                assertThat(asked.path("confirmedBy").asString("")).isEmpty();
            });
        }

        kill(Step.ABOUT_TO_RECORD, second());
        isErasedAndRecorded(1);

        person = "p-killed-too";
        name();
        assertThat(erase(server.asking("national")).statusCode()).isEqualTo(202);
        kill(Step.RECORDED, second());
        isErasedAndRecorded(2);
        killAll();
        start();
        isErasedAndRecorded(2);
        assertThat(server.asking("auditor").check().path("findings")).isEmpty();
    }

    private void isErasedAndRecorded(int times) throws Exception {
        SeveralServices.await(() -> server.sql(RECORDED).equals(times + ""));
        assertThat(held()).contains(ERASED).doesNotContain(NAME);
        assertThat(erasures()).hasSize(times).allSatisfy(done -> {
            assertThat(done.path("person").asString("")).isEmpty();
            assertThat(done.path("confirmedBy").asString("")).isEqualTo("second");
            assertThat(done.at("/entry/territory").asString("")).isEqualTo("france");
        });
    }

    private void name() throws Exception {
        assertThat(server.asking("national")
                        .post("/territories/rouen/entries", """
                        {"type": "contribution-acknowledged", "effective": "2023", "reason": "r",
                         "person": {"id": "%s", "name": "%s"}}""".formatted(person, NAME))
                        .statusCode())
                .isEqualTo(201);
    }

    /** Holds what this account asks for at a step, kills all there is, and starts it again. */
    private void kill(Step step, Asking asking) throws Exception {
        try (Connection holder = server.superuser();
                Statement statement = holder.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute("select pg_advisory_lock(4711, 1)");
            statement.execute("""
                    create or replace function people.held() returns trigger language plpgsql as $$
                    begin perform pg_advisory_xact_lock(4711, 1); return new; end $$""");
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

    private HttpResponse<String> erase(Asking asking) throws IOException, InterruptedException {
        return asking.post("/persons/" + person + "/erasure", "{\"reason\": \"demande 17\"}");
    }

    private void isNamed() throws Exception {
        assertThat(held()).contains(NAME).doesNotContain(ERASED);
    }

    private String held() throws Exception {
        Asking auditor = server.asking("auditor");
        SeveralServices.await(() -> auditor.status("/persons/" + person) == 200);
        return auditor.get("/persons/" + person).toString();
    }

    private JsonNode erasures() throws Exception {
        return server.asking("auditor").get("/erasures").path("erasures");
    }
}
