package fr.jalon.query.asked;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that cannot be understood is refused by the name of what is wrong; it never gets another one's answer. */
class ParametersTest {
    private static final QueryServer SERVER = QueryServer.shared();

    @BeforeAll
    static void open() {
        QueryServer.sharedModels().record("2024-01-01T00:00:00Z", """
                {"entryId": "10000000-0000-0000-0000-000000000000", "territory": "nantes", "type": "territory-opened",
                 "effective": "[..2019]", "name": "Nantes", "kind": "city", "departments": ["44"]}""");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '§', textBlock = """
            /territories/nantes,         asOf,        2023
            /territories/nantes,         asOf,        2023-02-30
            /territories/nantes,         asOf,        0000-01-01
            /territories/nantes,         asOf,        +2023-01-01
            /territories/nantes,         asOf,        §§
            /territories/nantes,         asOf,        2023-01-01'; drop table projection.span; --
            /territories/nantes,         knownAt,     yesterday
            /territories/nantes,         knownAt,     2023-13-01
            /territories/nantes,         knownAt,     2023-01-01T00:00:00
            /territories/nantes,         knownAt,     2023-01-01T25:00:00Z
            /territories/nantes,         knownAt,     2023-01-01T00:00:00+19:00
            /territories/nantes,         knownAt,     2023-01-01T00:00:00 01:00
            /territories/nantes,         knownAt,     -1
            /territories/nantes,         knownAt,     1234567890123456789
            /territories/nantes,         knownAt,     infinity
            /territories/nantes,         knownAt,     now() or 1=1
            /territories/nantes,         minPosition, x
            /territories/nantes,         minPosition, -1
            /territories/nantes,         minPosition, 1 union select 1
            /territories,                asOf,        today
            /territories,                knownAt,     3
            /territories,                knownAt,     2023-01-01' --
            /territories/nantes/history, type,        funding
            /territories/nantes/history, type,        x' or '1'='1
            /territories/nantes/history, from,        2023
            /territories/nantes/history, to,          2023-01-01T00:00:00Z
            /territories/nantes/history, limit,       0
            /territories/nantes/history, limit,       1001
            /territories/nantes/history, limit,       ten
            /territories/nantes/history, after,       1
            /territories/nantes/history, after,       YWZ0ZXI6LTE
            /territories/nantes/history, after,       %00
            /territories/nantes/history, after,       '; select pg_sleep(9); --
            /territories/nantes/history, minPosition, 1.5
            /funders/mel,                asOf,        2023-1-1
            /funders/mel,                knownAt,     0
            """)
    void a_parameter_that_cannot_be_read_is_named(String path, String name, String value) {
        Answer answer = SERVER.get(path, name, value);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("invalid-parameter");
        assertThat(answer.at("/details/en")).contains("\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/things, text",
        "/history, text",
        "/history, territory",
        "/access, account",
        "/changes, territory",
        "/territories/nantes/history, type"
    })
    void a_nul_is_no_text_anywhere(String path, String name) {
        Answer answer = SERVER.get(path, name, "a\u0000b");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("bad-request");
    }

    /** By their offset these lie in the years 0 and 10000, which a database writes otherwise. */
    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00+02:00, 0", "9999-12-31T23:59:59-02:00, 1"})
    void the_ends_of_the_calendar_are_instants_too(String instant, long position) {
        for (String path : List.of("/territories/nantes", "/territories", "/export/state.csv")) {
            assertThat(SERVER.get(path, "knownAt", instant).status()).as(path).isEqualTo(200);
        }

        assertThat(SERVER.get("/territories/nantes", "knownAt", instant)
                        .json()
                        .path("position")
                        .longValue())
                .isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/territories/nantes",
                "/territories",
                "/territories/nantes/history",
                "/territories/nantes/entries/10000000-0000-0000-0000-000000000000",
                "/funders/mel"
            })
    void a_misspelt_or_repeated_parameter_is_refused_by_name(String path) {
        Answer misspelt = SERVER.get(path, "knowAt", "2023-01-01");
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(misspelt.at("/code")).isEqualTo("unknown-parameter");
        assertThat(misspelt.at("/detail")).contains("knowAt");

        String known = path.contains("/nantes") ? "minPosition" : "asOf";
        Answer repeated = SERVER.get(path, known, "1", known, "1");
        assertThat(repeated.status()).isEqualTo(400);
        assertThat(repeated.at("/code")).isEqualTo("repeated-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x' or '1'='1", "10000000-0000-0000-0000-00000000000g"})
    void an_entry_is_asked_for_by_its_id(String id) {
        Answer answer = SERVER.get("/territories/nantes/entries/" + QueryServer.segment(id));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/details/en")).contains("entryId");
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (List<String> missing : List.of(
                List.of("/territories/rouen", "unknown-territory"),
                List.of("/territories/rouen/history", "unknown-territory"),
                List.of("/territories/rouen/entries/10000000-0000-0000-0000-000000000000", "unknown-territory"),
                List.of("/territories/nantes/entries/10000000-0000-0000-0000-000000000009", "unknown-entry"),
                List.of("/funders/nobody", "unknown-funder"),
                List.of("/funders/x'%20or%20'1'='1", "unknown-funder"))) {
            Answer answer = SERVER.get(missing.getFirst());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            assertThat(answer.at("/code")).isEqualTo(missing.getLast());
        }
    }

    @Test
    void nobody_reads_without_an_account() {
        for (String path :
                List.of("/territories", "/territories/nantes", "/territories/nantes/history", "/funders/mel")) {
            Answer answer = SERVER.send(SERVER.question(path).setHeader("Authorization", "Basic eDp5"));
            assertThat(answer.status()).isEqualTo(401);
        }
    }
}
