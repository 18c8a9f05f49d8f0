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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HistoryOfAllTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final String[] THEN = {"from", "1999-01-01", "to", "1999-12-31"};

    private static int number = 10;

    @BeforeAll
    static void record() {
        record("1999-05-01T10:00:00Z", "lyon", """
                "type": "coordination-carrier-changed", "carrier": {"id": "ja", "name": "Les Jardins de l’Œuvre"}""");
        record("1999-05-02T10:00:00Z", "vannes", """
                "type": "coordination-carrier-changed", "carrier": {"id": "jn", "name": "Jardins du Nord"}""");
        record("1999-05-03T21:59:59Z", "lyon", """
                "type": "watchpoint-raised", "watchpoint": "w", "kind": "need", "note": "À vérifier « demain »"
                """);
        record("1999-05-03T22:00:00Z", "vannes", """
                "type": "coordinator-appointed", "person": {"id": "p", "name": "Éloïse Nord"}""");
        QueryServer.sharedModels().record("1999-05-05T10:00:00Z", """
                {"entryId": "50000000-0000-0000-0000-000000000020", "territory": "vannes", "type": "entry-contested",
                 "target": "50000000-0000-0000-0000-000000000011", "reason": "trop tôt", "by": "ja"}""");
    }

    @Test
    void things_are_called_as_their_own_register_calls_them_then() {
        record("1998-01-01T10:00:00Z", "quimper", """
                "type": "coordination-carrier-changed", "carrier": {"id": "jo", "name": "Jardins de l’Odet"}""");
        record("1998-01-02T10:00:00Z", "carhaix", """
                "type": "coordination-carrier-changed", "carrier": {"id": "jo", "name": "Jardins ouverts"}""");
        record("1998-01-03T10:00:00Z", "quimper", """
                "type": "funding-granted", "funding": "f", "funder": "jo",
                "source": {"title": "t", "author": "nobody"}""");
        record("1998-01-05T10:00:00Z", "quimper", """
                "type": "coordination-carrier-changed", "carrier": {"id": "jo", "name": "Odet-Jardins"}""");

        assertThat(names("to", "1998-01-04", "knownAt", "1998-01-04T00:00:00Z"))
                .containsExactly(
                        "organisation/jo Jardins de l’Odet",
                        "organisation/jo Jardins ouverts",
                        "organisation/jo Jardins de l’Odet");
        assertThat(names("to", "1998-01-04"))
                .containsExactly(
                        "organisation/jo Odet-Jardins",
                        "organisation/jo Jardins ouverts",
                        "organisation/jo Odet-Jardins");
        JsonNode entry = SERVER.get("/history", "to", "1998-01-04", "names", "true")
                .json()
                .at("/entries/2");
        assertThat(SERVER.get("/territories/quimper/history", "names", "true")
                        .json()
                        .at("/entries/1"))
                .isEqualTo(entry);
        assertThat(SERVER.get(
                                "/territories/quimper/entries/"
                                        + entry.path("entryId").stringValue(),
                                "names",
                                "true")
                        .json())
                .isEqualTo(entry);
        assertThat(SERVER.get("/territories/quimper/history", "names", "true", "knownAt", "2")
                        .at("/entries/0/names/0/name"))
                .isEqualTo("Jardins de l’Odet");
    }

    @Test
    void other_entries_have_their_numbers() {
        JsonNode remark = SERVER.get("/history", "territory", "vannes", "type", "entry-contested", "names", "true")
                .json()
                .at("/entries/0");
        assertThat(remark.at("/numbers/0/entryId").stringValue()).isEqualTo("50000000-0000-0000-0000-000000000011");
        assertThat(remark.at("/numbers/0/position").longValue()).isEqualTo(1);

        JsonNode contested = SERVER.get("/history", "territory", "vannes", "limit", "1", "names", "true")
                .json()
                .at("/entries/0");
        assertThat(contested.at("/numbers/0/position").longValue()).isEqualTo(3);
    }

    @Test
    void names_are_told_to_whoever_asks_alone() {
        assertThat(SERVER.get("/history", THEN).json().toString()).doesNotContain("\"names\"");
        assertThat(SERVER.get("/history", "names", "yes").status()).isEqualTo(400);
    }

    private static List<String> names(String... asked) {
        List<String> query = new ArrayList<>(List.of(asked));
        query.addAll(List.of("names", "true"));
        return SERVER.get("/history", query.toArray(String[]::new))
                .json()
                .path("entries")
                .valueStream()
                .flatMap(entry -> entry.path("names").valueStream())
                .map(thing -> thing.path("kind").stringValue() + "/"
                        + thing.path("id").stringValue() + " "
                        + thing.path("name").stringValue())
                .toList();
    }

    @Test
    void entries_of_all_territories_stand_in_recorded_order() {
        assertThat(ids(SERVER.get("/history", THEN))).containsExactly("10", "11", "12", "13", "20");
    }

    @ParameterizedTest
    @CsvSource({
        "text, jardins, 10 11",
        "text, JARDIN, 10 11",
        "text, nord jardins, 11",
        "text, l'oeuvre, 10",
        "text, eloise, 13",
        "text, verifier, 12",
        "text, tot, 20",
        "text, ardins, ''",
        "text, watchpoint, ''",
        "territory, lyon, 10 12",
        "type, coordinator-appointed, 13",
        "actor, national, 10 11 12 13 20",
        "actor, nobody, ''",
        "to, 1999-05-03, 10 11 12",
        "from, 1999-05-04, 13 20"
    })
    void it_is_narrowed_by_what_is_asked(String parameter, String value, String expected) {
        List<String> question = new ArrayList<>(List.of("from", "1999-01-01", "to", "1999-12-31"));
        int at = question.indexOf(parameter);
        if (at < 0) {
            question.addAll(List.of(parameter, value));
        } else {
            question.set(at + 1, value);
        }

        assertThat(ids(SERVER.get("/history", question.toArray(String[]::new))))
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void it_is_as_it_was_known_with_what_was_said_by_then() {
        assertThat(contestedBy(SERVER.get("/history", "text", "jardins nord"))).hasSize(1);

        Answer before = SERVER.get("/history", "text", "jardins nord", "knownAt", "1999-05-05T09:59:59Z");

        assertThat(ids(before)).containsExactly("11");
        assertThat(contestedBy(before)).isEmpty();
        assertThat(before.at("/knownAt")).isEqualTo("1999-05-05T09:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({"false, 10 11 12 13 20", "true, 20 13 12 11 10"})
    void pages_follow_one_another_without_gap_or_overlap(String newest, String expected) {
        List<String> question = new ArrayList<>(List.of(THEN));
        question.addAll(List.of("limit", "2", "newest", newest));
        Answer page = SERVER.get("/history", question.toArray(String[]::new));
        List<String> ids = new ArrayList<>(ids(page));
        question.addAll(List.of("after", ""));
        while (page.json().get("next").isString()) {
            question.set(question.size() - 1, page.at("/next"));
            page = SERVER.get("/history", question.toArray(String[]::new));
            ids.addAll(ids(page));
        }
        assertThat(ids).containsExactly(expected.split(" "));
    }

    @Test
    void a_territory_that_nobody_opened_is_told_to_those_too_who_have_an_answer() {
        assertThat(SERVER.getUnless("*", "/history", "territory", "nowhere").status())
                .isEqualTo(404);
        assertThat(SERVER.getUnless("*", "/history", "territory", "vannes").status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=%C2%AB%20%C2%BB",
                "type=none",
                "actor=No%20Body",
                "after=x",
                "after=YWZ0ZXI6MTAw",
                "limit=0",
                "newest=yes"
            })
    void what_cannot_be_read_is_refused(String parameter) {
        Answer refused = SERVER.get("/history?" + parameter);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("invalid-parameter");
    }

    @Test
    void a_territory_that_nobody_opened_is_told_from_one_without_such_entries() {
        assertThat(SERVER.get("/history", "territory", "nowhere").status()).isEqualTo(404);
        assertThat(SERVER.get("/history", "territory", "vannes", "text", "rien").status())
                .isEqualTo(200);
    }

    private static List<String> contestedBy(Answer page) {
        return page.json()
                .at("/entries/0/contestedBy")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /** The last digits of each. */
    private static List<String> ids(Answer page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json()
                .get("entries")
                .valueStream()
                .map(item -> item.get("entryId").stringValue().substring(34))
                .toList();
    }

    private static void record(String recordedAt, String territory, String content) {
        QueryServer.sharedModels().record(recordedAt, """
                {"entryId": "50000000-0000-0000-0000-0000000000%02d", "territory": "%s",
                 "effective": "1998", %s}""".formatted(number++, territory, content));
    }
}
