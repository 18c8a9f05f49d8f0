package fr.jalon.query.difference;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final String PATH = "/territories/grenoble/difference";

    @BeforeAll
    static void record() {
        carrier("2024-01-01T00:00:00Z", 1, "a", "2019-01-01");
        carrier("2024-02-01T00:00:00Z", 2, "b", "2022-01-01");
        carrier("2024-03-01T00:00:00Z", 3, "c", "2021-01-01");
    }

    @Test
    void between_two_days_it_tells_what_began_ended_and_changed() {
        Answer began = SERVER.get(PATH, "from", "2018-01-01", "to", "2020-01-01");
        assertThat(began.json().get("began")).hasSize(1);
        assertThat(began.at("/began/0/subject")).isEqualTo("coordination-carrier");
        assertThat(began.at("/began/0/after/0/value/carrier/id")).isEqualTo("a");
        assertThat(began.at("/position")).isEqualTo("3");

        Answer changed = SERVER.get(PATH, "from", "2020-01-01", "to", "2023-01-01", "knownAt", "2");
        assertThat(changed.at("/changed/0/before/0/value/carrier/id")).isEqualTo("a");
        assertThat(changed.at("/changed/0/after/0/value/carrier/id")).isEqualTo("b");
        assertThat(changed.header("Cache-Control")).contains("immutable");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void between_two_instants_it_tells_what_was_learned() {
        Answer learned = SERVER.get(PATH, "asOf", "2021-06-01", "knownFrom", "2024-02-15", "knownTo", "3");
        assertThat(learned.at("/changed/0/before/0/value/carrier/id")).isEqualTo("a");
        assertThat(learned.at("/changed/0/after/0/value/carrier/id")).isEqualTo("c");
        assertThat(learned.at("/fromPosition")).isEqualTo("2");
        assertThat(learned.at("/toPosition")).isEqualTo("3");
        assertThat(learned.header("Cache-Control")).contains("immutable");

        Answer sinceThen = SERVER.get(PATH, "knownFrom", "3");
        assertThat(sinceThen.json().get("changed")).isEmpty();
        assertThat(sinceThen.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void from_a_day_to_an_earlier_one_there_is_no_difference() {
        Answer backwards = SERVER.get(PATH, "from", "2023-01-02", "to", "2023-01-01");
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.at("/code")).isEqualTo("from-after-to");
        assertThat(backwards.at("/errors/0/pointer")).isEqualTo("/from");

        assertThat(SERVER.get(PATH, "from", "2023-01-01", "to", "2023-01-01").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            from, '',   to,        2020-01-01
            asOf, 2020-01-01, from, 2020-01-01
            knownFrom, 1, from,    2020-01-01
            knownFrom, 1, knownAt, 2
            knownTo,   1, from,    2020-01-01
            knownFrom, x, knownTo, 2
            """)
    void one_axis_is_asked_about_at_a_time(String one, String value, String other, String otherValue) {
        Answer answer = SERVER.get(PATH, one, value, other, otherValue);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code")).isEqualTo("invalid-parameter");
        assertThat(SERVER.get(PATH).status()).isEqualTo(400);
    }

    @Test
    void an_unknown_territory_has_none() {
        for (List<String> axis : List.of(List.of("from", "2020-01-01"), List.of("knownFrom", "1"))) {
            assertThat(SERVER.get("/territories/nowhere/difference", axis.getFirst(), axis.getLast())
                            .at("/code"))
                    .isEqualTo("unknown-territory");
        }
    }

    private static void carrier(String recordedAt, int number, String id, String effective) {
        QueryServer.sharedModels().record(recordedAt, """
                {"entryId": "60000000-0000-0000-0000-00000000000%d", "territory": "grenoble",
                 "type": "coordination-carrier-changed", "effective": "%s", "carrier": "%s"}""".formatted(number, effective, id));
    }
}
