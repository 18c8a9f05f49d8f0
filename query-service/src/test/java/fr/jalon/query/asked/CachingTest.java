package fr.jalon.query.asked;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.EntryJson;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.query.ReadModels;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What caches are told: for ever where nothing can change an answer any more, else to ask again by its tag. */
class CachingTest {
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "private, no-cache";
    private static final ReadModels MODELS = new ReadModels();
    private static final QueryServer SERVER = new QueryServer(MODELS.database());

    @BeforeAll
    static void record() {
        carrier("2026-11-23T10:00:00Z", 1);
        carrier("2026-11-23T10:30:00Z", 2);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2023-01-01, 2,                    true
            2023-01-01, 1,                    true
            2023-01-01, 0,                    true
            2023-01-01, 3,                    false
            2023-01-01, 2026-11-23T10:30:00Z, true
            2023-01-01, 2026-11-22,           true
            2023-01-01, 2026-11-23T10:45:00Z, true
            2023-01-01, 2026-11-23T10:59:00Z, false
            2023-01-01, 2026-11-23,           false
            2023-01-01, 2999-12-31,           false
            2023-01-01, ,                     false
            ,           2,                    false
            ,           2026-11-22,           false
            2999-12-31, 2,                    true
            """)
    void an_answer_is_pinned_by_its_day_and_by_what_no_entry_can_come_before(
            String asOf, String knownAt, boolean pinned) {
        Answer answer = asOf == null
                ? SERVER.get("/territories/lyon", "knownAt", knownAt)
                : knownAt == null
                        ? SERVER.get("/territories/lyon", "asOf", asOf)
                        : SERVER.get("/territories/lyon", "asOf", asOf, "knownAt", knownAt);

        assertThat(answer.header("Cache-Control")).isEqualTo(pinned ? FOR_EVER : ASK_AGAIN);
    }

    /** Whoever has an answer, whichever, is told that it is the same: but of what is not there nobody has one. */
    @ParameterizedTest
    @CsvSource({
        "/territories/lyon/entries/00000000-0000-0000-0000-000000000099",
        "/funders/nobody",
        "/territories/rouen"
    })
    void what_is_not_there_is_not_unchanged(String path) {
        Answer answer = SERVER.send(SERVER.as("auditor", "/api/v1" + path).header("If-None-Match", "*"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    }

    @Test
    void an_instant_of_the_past_is_not_pinned_while_what_came_before_it_is_unread() {
        ReadModels models = new ReadModels();
        try (QueryServer server = new QueryServer(models.database())) {
            models.record(Instant.parse("2026-11-23T09:00:00Z"), EntryJson.read(json("lille", 3)));
            models.recordUnread(Instant.parse("2026-11-23T09:30:00Z"), EntryJson.read(json("lille", 4)));
            String[] pinned = {"asOf", "2023-01-01", "knownAt", "2026-11-23T10:00:00Z"};

            assertThat(server.get("/territories/lille", pinned).header("Cache-Control"))
                    .isEqualTo(ASK_AGAIN);
            assertThat(server.get("/territories", pinned).header("Cache-Control"))
                    .isEqualTo(ASK_AGAIN);

            models.project("lille");

            assertThat(server.get("/territories/lille", pinned).header("Cache-Control"))
                    .isEqualTo(FOR_EVER);
            assertThat(server.get("/territories", pinned).header("Cache-Control"))
                    .isEqualTo(FOR_EVER);
        }
    }

    @Test
    void all_territories_are_pinned_by_settled_instants_alone() {
        assertThat(SERVER.get("/territories", "asOf", "2023-01-01", "knownAt", "2026-11-23T10:59:00Z")
                        .header("Cache-Control"))
                .isEqualTo(ASK_AGAIN);
        assertThat(SERVER.get("/territories", "asOf", "2023-01-01", "knownAt", "2026-11-23T10:57:00Z")
                        .header("Cache-Control"))
                .isEqualTo(FOR_EVER);
        assertThat(SERVER.get("/territories").header("Cache-Control")).isEqualTo(ASK_AGAIN);
    }

    @Test
    void the_tag_is_the_position_and_the_day_where_none_was_asked_for() {
        assertThat(SERVER.get("/territories/lyon", "asOf", "2023-01-01").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(SERVER.get("/territories/lyon").header("ETag")).isEqualTo("\"2.2026-11-23\"");
        assertThat(SERVER.get("/territories/lyon", "knownAt", "1").header("ETag"))
                .isEqualTo("\"1.2026-11-23\"");
        assertThat(SERVER.get("/territories/lyon/history").header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '§', textBlock = """
            "2",            304
            W/"2",          304
            §"1", "2"§,     304
            *,              304
            "3",            200
            2,              200
            "2.2026-11-23", 200
            """)
    void a_reader_who_has_the_answer_is_not_told_again(String seen, int status) {
        Answer answer = SERVER.getUnless(seen, "/territories/lyon", "asOf", "2023-01-01");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.header("Cache-Control")).isEqualTo(ASK_AGAIN);
        assertThat(answer.response().body().isEmpty()).isEqualTo(status == 304);
    }

    @Test
    void every_list_has_a_tag_that_changes_with_what_is_recorded() {
        ReadModels models = new ReadModels();
        try (QueryServer server = new QueryServer(models.database())) {
            models.record("2026-11-23T09:00:00Z", json("lille", 5));
            models.record("2026-11-23T09:01:00Z", """
                    {"entryId": "20000000-0000-0000-0000-000000000006", "territory": "lille",
                     "type": "funding-granted", "effective": "2023", "funding": "f", "funder": "mel"}""");
            String[] paths = {
                "/territories",
                "/territories/lille/history",
                "/funders/mel",
                "/territories/lille/entries/20000000-0000-0000-0000-000000000006"
            };
            String[] tags = new String[paths.length];
            for (int i = 0; i < paths.length; i++) {
                tags[i] = server.get(paths[i]).header("ETag");
                assertThat(server.getUnless(tags[i], paths[i]).status()).isEqualTo(304);
            }
            models.record("2026-11-23T09:02:00Z", json("lille", 7));
            for (int i = 0; i < paths.length; i++) {
                assertThat(server.getUnless(tags[i], paths[i]).status())
                        .as(paths[i])
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void an_error_is_never_kept() {
        assertThat(SERVER.get("/territories/rouen", "asOf", "2023-01-01", "knownAt", "1")
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }

    private static void carrier(String recordedAt, int number) {
        MODELS.record(recordedAt, json("lyon", number));
    }

    private static String json(String territory, int number) {
        return """
                {"entryId": "20000000-0000-0000-0000-00000000000%d", "territory": "%s",
                 "type": "coordination-carrier-changed", "effective": "202%d", "carrier": "c%d"}""".formatted(number, territory, number % 6, number);
    }
}
