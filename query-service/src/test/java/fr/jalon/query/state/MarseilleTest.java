package fr.jalon.query.state;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.query.ReadModels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The worked example: who carried the coordination in Marseille, and what was believed of it when. */
class MarseilleTest {
    private static final ReadModels MODELS = QueryServer.sharedModels();
    private static final QueryServer SERVER = QueryServer.shared();

    @BeforeAll
    static void record() {
        MODELS.record("2022-02-01T08:59:59.999999Z", """
                {"entryId": "00000000-0000-0000-0000-000000000000", "territory": "marseille", "type": "territory-opened",
                 "effective": "[..2019]", "name": "Marseille", "kind": "city", "departments": ["13"]}""");
        carrier("2022-02-01T09:00:00Z", 1, "adpei", "ADPEI", "2019");
        carrier("2023-02-22T09:00:00.123456Z", 2, "hpf", "HPF", "2023");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2018-12-31, now,        ''
            2019-06-01, now,        ADPEI possible
            2019-12-31, now,        ADPEI certain
            2023-06-01, 2023-01-01, ADPEI certain
            2023-06-01, now,        'ADPEI possible, HPF possible'
            2023-12-31, now,        HPF certain
            """)
    void the_carrier_as_of_a_day_known_at_an_instant(String asOf, String knownAt, String carriers) {
        Answer answer = knownAt.equals("now")
                ? SERVER.get("/territories/marseille", "asOf", asOf)
                : SERVER.get("/territories/marseille", "asOf", asOf, "knownAt", knownAt);

        assertThat(carriers(answer)).isEqualTo(carriers.isEmpty() ? List.of() : List.of(carriers.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,                           0
            1,                           1
            2,                           2
            3,                           3
            99,                          3
            2022-01-31,                  0
            2022-02-01,                  2
            2023-02-22T09:00:00Z,        2
            2023-02-22T09:00:00.123455Z, 2
            2023-02-22T09:00:00.123456Z, 3
            2023-02-22T09:00:00.1234569Z, 3
            2023-02-22T10:00:00.123456+01:00, 3
            2023-02-22T09:59:59+01:00,   2
            2023-02-22,                  3
            2023-02-21,                  2
            2999-12-31,                  3
            """)
    void an_answer_says_up_to_which_position_it_reads(String knownAt, long position) {
        Answer answer = SERVER.get("/territories/marseille", "asOf", "2023-12-31", "knownAt", knownAt);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("position").longValue()).isEqualTo(position);
        assertThat(answer.json().get("name").isNull()).isEqualTo(position == 0);
        assertThat(carriers(answer))
                .isEqualTo(
                        position < 2 ? List.of() : position == 2 ? List.of("ADPEI certain") : List.of("HPF certain"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-22T09:00:00.123455Z, 2",
        "2023-02-22T09:00:00.123456Z, 3",
    })
    void all_territories_known_at_the_very_instant_of_an_entry_have_it(String knownAt, long position) {
        Answer all = SERVER.get("/territories", "asOf", "2023-12-31", "knownAt", knownAt);

        assertThat(all.json()
                        .get("territories")
                        .valueStream()
                        .filter(each -> each.get("territory").stringValue().equals("marseille"))
                        .map(each -> each.get("position").longValue()))
                .containsExactly(position);
    }

    @Test
    void left_out_they_mean_today_and_all_that_is_recorded() {
        Answer answer = SERVER.get("/territories/marseille");

        assertThat(answer.at("/asOf")).isEqualTo("2026-11-23");
        assertThat(answer.at("/knownAt")).isEqualTo("2023-02-22T09:00:00.123456Z");
        assertThat(answer.at("/position")).isEqualTo("3");
        assertThat(answer.at("/name")).isEqualTo("Marseille");
    }

    @Test
    void a_territory_that_nobody_opened_is_not_found() {
        for (String territory : List.of("rouen", "x' or '1'='1", "Marseille")) {
            Answer answer = SERVER.get("/territories/" + QueryServer.segment(territory));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.at("/code")).isEqualTo("unknown-territory");
        }
    }

    private static List<String> carriers(Answer answer) {
        List<String> carriers = new ArrayList<>();
        for (JsonNode fact : answer.json().at("/facts/coordination-carrier")) {
            carriers.add(fact.at("/value/carrier/name").stringValue() + " "
                    + fact.get("certainty").stringValue());
        }
        return carriers;
    }

    private static void carrier(String recordedAt, int number, String id, String name, String effective) {
        MODELS.record(recordedAt, """
                {"entryId": "00000000-0000-0000-0000-00000000000%d", "territory": "marseille",
                 "type": "coordination-carrier-changed", "effective": "%s",
                 "carrier": {"id": "%s", "name": "%s"}}""".formatted(number, effective, id, name));
    }
}
