package fr.jalon.query.asked;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.query.ReadModels;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who has just recorded an entry reads it, or is told to come back. */
class WaitingTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final ReadModels MODELS = QueryServer.sharedModels();

    @Test
    void a_question_waits_for_the_entry_it_must_know() throws Exception {
        MODELS.recordUnread(Instant.parse("2026-11-23T09:00:00Z"), EntryJson.read("""
                {"entryId": "30000000-0000-0000-0000-000000000001", "territory": "paris",
                 "type": "coordination-carrier-changed", "effective": "2020", "carrier": "c"}"""));
        CompletableFuture<Answer> state = SERVER.ask("/territories/paris", "minPosition", "1");
        CompletableFuture<Answer> history = SERVER.ask("/territories/paris/history", "minPosition", "1");
        CompletableFuture<Answer> entry =
                SERVER.ask("/territories/paris/entries/30000000-0000-0000-0000-000000000001", "minPosition", "1");

        MODELS.project("paris");

        assertThat(state.get(1, TimeUnit.MINUTES).json().get("position").longValue())
                .isEqualTo(1);
        assertThat(history.get(1, TimeUnit.MINUTES).json().get("entries")).hasSize(1);
        assertThat(entry.get(1, TimeUnit.MINUTES).at("/position")).isEqualTo("1");
    }

    @Test
    void one_that_waits_in_vain_is_told_when_to_come_back() {
        MODELS.record("2026-11-23T09:00:00Z", """
                {"entryId": "30000000-0000-0000-0000-000000000002", "territory": "charente",
                 "type": "coordination-carrier-changed", "effective": "2020", "carrier": "c"}""");

        Answer answer = SERVER.get("/territories/charente", "minPosition", "2");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/code")).isEqualTo("projection-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void nobody_waits_for_a_territory_that_was_never_opened() {
        assertThat(SERVER.get("/territories/strasbourg", "minPosition", "1").at("/code"))
                .isEqualTo("unknown-territory");
    }

    @Test
    void while_there_are_no_read_models_yet_it_is_not_the_readers_fault() {
        TestDatabase empty = TestDatabase.fresh();
        try (QueryServer server = new QueryServer(empty)) {
            Answer answer = server.get("/territories");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.at("/code")).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }
}
