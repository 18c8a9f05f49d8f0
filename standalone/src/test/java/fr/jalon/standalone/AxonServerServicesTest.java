package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.axonserver.OnAxonServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several services with Axon Server: the same promises as on PostgreSQL alone. */
@OnAxonServer
class AxonServerServicesTest extends SeveralServices {
    @Override
    Stand stand(Path directory) {
        return new AxonServerStand(directory, Path.of("target"));
    }

    @Test
    void while_axon_server_is_away_nothing_is_recorded_and_answers_go_on_and_afterwards_all_goes_on_unaided()
            throws Exception {
        AxonServerStand here = (AxonServerStand) stand;
        open("poitiers");
        assertThat(queries(0).status("/territories/poitiers?minPosition=1")).isEqualTo(200);
        here.killAxonServer();
        try {
            HttpResponse<String> refused = commands(0).post("/territories/poitiers/entries", watchpoint());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(queries(0).status("/territories/poitiers")).isEqualTo(200);
            await(() -> !stand.commandServices().getFirst().isHealthy()
                    && !stand.queryServices().getFirst().isHealthy());
        } finally {
            here.startAxonServer();
        }
        for (int i = 0; i < 2; i++) {
            int process = i;
            await(() -> commands(process)
                            .post("/territories/poitiers/entries", watchpoint())
                            .statusCode()
                    == 201);
        }
        await(() -> queries(1).status("/territories/poitiers?minPosition=3") == 200);
        stand.awaitHealthy();
        JsonNode check = queries(1).check();
        assertThat(check.path("findings")).as(check.toString()).isEmpty();
    }

    @Test
    void a_command_service_that_is_told_to_stop_while_all_write_answers_every_request_it_was_sent() throws Exception {
        Service service = stand.commandServices().getFirst();
        Writers writers = writers("nimes", service);
        assertThat(service.stop()).isTrue();
        writers.join();
        service.restart();
        isAnswered(writers, "nimes");
        stand.awaitHealthy();
    }

    @Test
    void while_the_copy_of_the_log_lags_what_is_recorded_is_not_provable_yet_and_never_called_unknown()
            throws Exception {
        open("saintes");
        String entryId;
        try (AutoCloseable _ = stand.holdUp()) {
            HttpResponse<String> recorded = commands(0).post("/territories/saintes/entries", watchpoint());
            assertThat(position(recorded)).isEqualTo(2);
            entryId = JsonMapper.shared()
                    .readTree(recorded.body())
                    .path("entryId")
                    .asString();
            assertThat(queries(0).status("/log/entries/" + entryId + "/proof")).isEqualTo(503);
            assertThat(queries(1).status("/territories/saintes/audit-pack")).isEqualTo(503);
        }
        await(() -> queries(0).status("/log/entries/" + entryId + "/proof") == 200);
        await(() -> queries(1).status("/territories/saintes/audit-pack") == 200);
    }

    @Test
    void a_copy_of_the_log_that_was_altered_is_named_by_the_check() throws Exception {
        open("perigueux");
        record(0, "perigueux");
        await(() -> queries(0).status("/territories/perigueux?minPosition=2") == 200);
        String change = "update events.event set metadata = ? where territory = 'perigueux' and position = 2";
        String before = stand.admin()
                .sql("select metadata from events.event where territory = 'perigueux' and position = 2")
                .query(String.class)
                .single();
        stand.admin().sql(change).param("{}").update();
        try {
            JsonNode check = queries(0).check();
            assertThat(check.path("findings").findValuesAsString("kind"))
                    .as(check.toString())
                    .contains("copy");
            assertThat(check.path("findings").findValuesAsString("territory")).contains("perigueux");
        } finally {
            stand.admin().sql(change).param(before).update();
        }
        assertThat(queries(0).check().path("findings")).isEmpty();
    }
}
