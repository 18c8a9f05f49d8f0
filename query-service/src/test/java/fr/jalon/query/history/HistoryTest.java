package fr.jalon.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HistoryTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final String PATH = "/territories/rennes/history";

    @BeforeAll
    static void record() {
        record(1, "2024-05-01T21:59:59.999999Z", "\"type\": \"coordination-carrier-changed\", \"carrier\": \"a\"");
        record(2, "2024-05-01T22:00:00Z", "\"type\": \"coordinator-appointed\", \"person\": \"p\"");
        record(3, "2024-05-02T10:00:00Z", "\"type\": \"coordination-carrier-changed\", \"carrier\": \"b\"");
        record(4, "2024-05-02T22:00:00Z", "\"type\": \"coordinator-left\", \"person\": \"p\"");
        record(5, "2024-05-04T10:00:00Z", "\"type\": \"coordination-carrier-changed\", \"carrier\": \"c\"");
    }

    @Test
    void an_entry_stands_in_it_with_its_place_and_its_content_as_recorded() {
        JsonNode item = SERVER.get(PATH).json().at("/entries/0");

        assertThat(item.propertyNames())
                .containsExactly(
                        "entryId",
                        "position",
                        "recordedAt",
                        "actor",
                        "role",
                        "entry",
                        "correctedBy",
                        "retractedBy",
                        "contestedBy",
                        "abandonedBy",
                        "fulfilledBy");
        assertThat(item.get("position").longValue()).isEqualTo(1);
        assertThat(item.get("recordedAt").stringValue()).isEqualTo("2024-05-01T21:59:59.999999Z");
        assertThat(item.get("actor").stringValue()).isEqualTo("national");
        assertThat(item.at("/entry/carrier").stringValue()).isEqualTo("a");
        assertThat(item.get("correctedBy")).isEmpty();
        assertThat(item.get("retractedBy").isNull()).isTrue();
        assertThat(SERVER.get("/territories/rennes/entries/"
                                + item.get("entryId").stringValue())
                        .json())
                .isEqualTo(item);
    }

    @ParameterizedTest
    @CsvSource({"false, '1, 2, 3, 4, 5'", "true, '5, 4, 3, 2, 1'"})
    void pages_follow_one_another_without_gap_or_overlap(String newest, String expected) {
        List<Long> positions = new ArrayList<>();
        Answer page = SERVER.get(PATH, "limit", "2", "newest", newest);
        positions.addAll(positions(page));
        while (page.json().get("next").isString()) {
            page = SERVER.get(PATH, "limit", "2", "newest", newest, "after", page.at("/next"));
            positions.addAll(positions(page));
        }
        assertThat(positions.toString()).isEqualTo("[" + expected + "]");
        assertThat(SERVER.get(PATH, "limit", "5").json().get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            type,  coordinator-appointed, 2
            type,  funding-granted,       ''
            from,  2024-05-02,            '2, 3, 4, 5'
            to,    2024-05-01,            1
            to,    2024-05-02,            '1, 2, 3'
            from,  2024-05-05,            ''
            """)
    void it_is_told_by_type_and_by_days_of_recording_in_paris(String name, String value, String positions) {
        assertThat(positions(SERVER.get(PATH, name, value)).toString()).isEqualTo("[" + positions + "]");
    }

    @Test
    void the_newest_first_are_those_that_were_known_then() {
        assertThat(positions(SERVER.get(PATH, "newest", "true", "knownAt", "3", "limit", "2")))
                .containsExactly(3L, 2L);
    }

    @Test
    void the_newest_first_or_not_is_true_or_false() {
        assertThat(SERVER.get(PATH, "newest", "yes").status()).isEqualTo(400);
    }

    private static List<Long> positions(Answer answer) {
        return answer.json()
                .get("entries")
                .valueStream()
                .map(item -> item.get("position").longValue())
                .toList();
    }

    private static void record(int number, String recordedAt, String entry) {
        QueryServer.sharedModels().record(recordedAt, """
                {"entryId": "50000000-0000-0000-0000-00000000000%d", "territory": "rennes", "effective": "202%d", %s}""".formatted(number, number, entry));
    }
}
