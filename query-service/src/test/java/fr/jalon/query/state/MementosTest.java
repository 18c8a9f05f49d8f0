package fr.jalon.query.state;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time travel as RFC 7089 has it: the state negotiated by date, on the recorded axis. */
class MementosTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final String STATE = "/api/v1/territories/nancy";

    @BeforeAll
    static void record() {
        carrier("2024-03-01T09:00:00.250Z", 1);
        carrier("2024-03-01T09:00:00.750Z", 2);
        carrier("2024-04-01T09:00:00Z", 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 01 Jan 2024 00:00:00 GMT | 1 | Fri, 01 Mar 2024 09:00:00 GMT
            Fri, 01 Mar 2024 08:59:59 GMT | 1 | Fri, 01 Mar 2024 09:00:00 GMT
            Fri, 01 Mar 2024 09:00:00 GMT | 2 | Fri, 01 Mar 2024 09:00:00 GMT
            Mon, 01 Apr 2024 08:59:59 GMT | 2 | Fri, 01 Mar 2024 09:00:00 GMT
            Mon, 01 Apr 2024 09:00:00 GMT | 3 | Mon, 01 Apr 2024 09:00:00 GMT
            Fri, 01 Jan 2100 00:00:00 GMT | 3 | Mon, 01 Apr 2024 09:00:00 GMT
            """)
    void a_date_gets_the_state_as_it_was_known_then(String date, long position, String memento) {
        Answer answer = SERVER.send(
                SERVER.question("/territories/nancy", "asOf", "2024-01-01").header("Accept-Datetime", date));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("position").longValue()).isEqualTo(position);
        assertThat(answer.header("Memento-Datetime")).isEqualTo(memento);
        assertThat(answer.header("Content-Location")).isEqualTo(STATE + "?asOf=2024-01-01&knownAt=" + position);
        assertThat(answer.header("Vary")).isEqualTo("Accept-Datetime");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.response().headers().allValues("Link"))
                .contains(
                        "<" + STATE + "?asOf=2024-01-01>; rel=\"original timegate\"",
                        "<" + STATE + "/timemap?asOf=2024-01-01>; rel=\"timemap\"; type=\"application/link-format\"");

        Answer direct = SERVER.send(SERVER.as("auditor", answer.header("Content-Location")));
        assertThat(direct.response().body()).isEqualTo(answer.response().body());
        assertThat(direct.header("Memento-Datetime")).isEqualTo(memento);
        assertThat(direct.header("Vary")).isEmpty();
    }

    @Test
    void the_original_is_no_memento_and_a_memento_is_not_negotiable() {
        Answer original = SERVER.get("/territories/nancy");
        assertThat(original.header("Memento-Datetime")).isEmpty();
        assertThat(original.header("Vary")).isEqualTo("Accept-Datetime");

        Answer memento = SERVER.send(SERVER.question("/territories/nancy", "asOf", "2024-01-01", "knownAt", "1")
                .header("Accept-Datetime", "Fri, 01 Jan 2100 00:00:00 GMT"));
        assertThat(memento.json().get("position").longValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-01",
                "Fri, 01 Mar 2024 09:00:00 +0100",
                "Mon, 01 Mar 2024 09:00:00 GMT",
                "Thu, 30 Feb 2024 09:00:00 GMT",
                "x"
            })
    void a_date_that_is_none_is_refused(String date) {
        Answer answer = SERVER.send(SERVER.question("/territories/nancy").header("Accept-Datetime", date));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("invalid-parameter");
        assertThat(answer.at("/details/en")).contains("Accept-Datetime");
    }

    @Test
    void the_timemap_lists_every_memento_a_page_at_a_time() {
        Answer whole = SERVER.get("/territories/nancy/timemap", "asOf", "2024-01-01");
        assertThat(whole.header("Content-Type")).isEqualTo("application/link-format");
        assertThat(whole.response().body()).isEqualTo("""
                <%1$s?asOf=2024-01-01>; rel="original timegate",
                <%1$s/timemap?asOf=2024-01-01>; rel="self"; type="application/link-format"; \
                from="Fri, 01 Mar 2024 09:00:00 GMT"; until="Mon, 01 Apr 2024 09:00:00 GMT",
                <%1$s?asOf=2024-01-01&knownAt=1>; rel="first memento"; datetime="Fri, 01 Mar 2024 09:00:00 GMT",
                <%1$s?asOf=2024-01-01&knownAt=2>; rel="memento"; datetime="Fri, 01 Mar 2024 09:00:00 GMT",
                <%1$s?asOf=2024-01-01&knownAt=3>; rel="last memento"; datetime="Mon, 01 Apr 2024 09:00:00 GMT"
                """.formatted(STATE));

        List<String> first = SERVER.get("/territories/nancy/timemap", "limit", "2")
                .response()
                .body()
                .lines()
                .toList();
        assertThat(first.getLast())
                .startsWith("<" + STATE + "/timemap?limit=2&after=")
                .contains("rel=\"timemap\"");
        String next = first.getLast().substring(1, first.getLast().indexOf('>'));
        assertThat(SERVER.send(SERVER.as("auditor", next)).response().body())
                .contains("knownAt=3")
                .doesNotContain("knownAt=2", "rel=\"timemap\"");
    }

    @Test
    void a_territory_that_nobody_opened_has_no_times() {
        assertThat(SERVER.get("/territories/nowhere/timemap").at("/code")).isEqualTo("unknown-territory");
        assertThat(SERVER.send(SERVER.question("/territories/nowhere")
                                .header("Accept-Datetime", "Fri, 01 Jan 2100 00:00:00 GMT"))
                        .at("/code"))
                .isEqualTo("unknown-territory");
    }

    private static void carrier(String recordedAt, int number) {
        QueryServer.sharedModels().record(recordedAt, """
                {"entryId": "70000000-0000-0000-0000-00000000000%d", "territory": "nancy",
                 "type": "coordination-carrier-changed", "effective": "202%d", "carrier": "c-%d"}""".formatted(number, number, number));
    }
}
