package fr.jalon.query.asked;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.query.ReadModels;
import fr.jalon.query.Statements;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer costs one statement, and at most one to find the place in the register that it is known at. */
class StatementsTest {
    private static final String ENTRY = "40000000-0000-0000-0000-000000000002";
    private static final ReadModels MODELS = new ReadModels();
    private static final Statements READ = new Statements();
    private static final Statements LOG = new Statements();
    private static final QueryServer SERVER =
            QueryServer.listenedTo(MODELS.database(), READ, LOG, "--jalon.changes.look-every=1h");

    @BeforeAll
    static void record() {
        MODELS.record("2026-11-23T09:00:00Z", """
                {"entryId": "40000000-0000-0000-0000-000000000001", "territory": "dijon",
                 "type": "coordination-carrier-changed", "effective": "2020", "carrier": "c"}""");
        MODELS.record("2026-11-23T09:30:00Z", """
                {"entryId": "%s", "territory": "dijon", "type": "funding-granted", "effective": "2023",
                 "funding": "f", "funder": {"id": "mel", "name": "MEL"}}""".formatted(ENTRY));
        SERVER.setClock(Instant.parse("2026-11-23T11:00:00Z"));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/territories/dijon",
                "/territories/dijon?knownAt=1",
                "/territories/dijon?knownAt=2026-11-23T09:10:00Z",
                "/territories/dijon?knownAt=2026-11-23T10:00:00Z",
                "/territories/dijon?asOf=2023-06-01&knownAt=0",
                "/territories/dijon?minPosition=2",
                "/territories",
                "/territories?knownAt=2026-11-23T09:10:00Z",
                "/territories/dijon/history",
                "/territories/dijon/history?knownAt=1&minPosition=2",
                "/territories/dijon/entries/" + ENTRY,
                "/territories/dijon/entries/" + ENTRY + "?knownAt=2",
                "/territories/dijon/difference?from=2020-01-01&to=2024-01-01",
                "/territories/dijon/difference?from=2020-01-01&knownAt=1",
                "/territories/dijon/difference?knownFrom=1&minPosition=2",
                "/territories/dijon/difference?asOf=2023-06-01&knownFrom=2026-11-23T09:10:00Z&knownTo=2",
                "/territories/dijon/agenda",
                "/territories/dijon/agenda?knownAt=1",
                "/history",
                "/history?territory=dijon&type=funding-granted&actor=national&from=2026-11-01&to=2026-11-30&text=mel",
                "/history?knownAt=2026-11-23T09:10:00Z&text=mel",
                "/things?text=mel",
                "/things?kind=organisation&knownAt=2026-11-23T10:00:00Z",
                "/funders",
                "/funders?asOf=2023-06-01&knownAt=2026-11-23T10:00:00Z",
                "/funders/mel",
                "/funders/mel?asOf=2023-06-01&knownAt=2026-11-23T10:00:00Z"
            })
    void an_answer_is_one_statement_and_at_most_one_to_place_it(String question) {
        READ.forget();
        LOG.forget();

        Answer answer = SERVER.send(SERVER.as("auditor", "/api/v1" + question));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(READ.executed()).hasSizeBetween(1, 2);
        assertThat(LOG.executed()).as("the end of the log, for a promise").hasSizeLessThan(2);

        READ.forget();
        Answer unchanged =
                SERVER.send(SERVER.as("auditor", "/api/v1" + question).header("If-None-Match", answer.header("ETag")));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(READ.executed()).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon, 01 Jan 2024 00:00:00 GMT", "Mon, 23 Nov 2026 09:00:00 GMT"})
    void neither_does_a_negotiated_date_cost_more(String date) {
        READ.forget();

        Answer answer = SERVER.send(SERVER.question("/territories/dijon").header("Accept-Datetime", date));

        assertThat(answer.at("/position")).isEqualTo("1");
        assertThat(READ.executed()).hasSize(2);
    }
}
