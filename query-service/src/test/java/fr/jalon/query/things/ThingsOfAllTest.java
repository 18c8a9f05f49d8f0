package fr.jalon.query.things;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingsOfAllTest {
    private static final QueryServer SERVER = QueryServer.shared();

    private static int number = 10;

    @BeforeAll
    static void record() {
        carrier("2024-03-01T10:00:00Z", "brest", "zeta", "Zébulon Nord");
        carrier("2024-03-02T10:00:00Z", "brest", "nord-z", "L’Œuvre du Zébulon");
        carrier("2024-03-03T10:00:00Z", "morlaix", "zeta", "Zébulon du Nord");
        carrier("2024-03-04T10:00:00Z", "morlaix", "gamma", "Grandzébulon");
        worksite("2024-03-05T10:00:00Z", "Zébulon (chantier)");
    }

    @Test
    void first_come_names_that_begin_so_then_those_with_a_word_that_does_then_the_others() {
        assertThat(names(SERVER.get("/things", "text", "zebul")))
                .containsExactly("Zébulon (chantier)", "Zébulon du Nord", "L’Œuvre du Zébulon", "Grandzébulon");
    }

    @ParameterizedTest
    @CsvSource({"ZÉBULON DU, zeta", "oeuvre du z, nord-z", "dzéb, gamma", "nord z, ''"})
    void case_accents_and_place_do_not_matter(String text, String id) {
        assertThat(SERVER.get("/things", "text", text)
                        .json()
                        .get("things")
                        .valueStream()
                        .map(thing -> thing.get("id").stringValue()))
                .containsExactly(id.isEmpty() ? new String[0] : new String[] {id});
    }

    @Test
    void a_thing_has_the_name_given_last_and_all_territories_that_name_it() {
        Answer answer = SERVER.get("/things", "text", "zebulon du", "kind", "organisation");

        assertThat(answer.at("/things/0/name")).isEqualTo("Zébulon du Nord");
        assertThat(answer.json().at("/things/0/territories").valueStream().map(each -> each.stringValue()))
                .containsExactly("brest", "morlaix");
        assertThat(answer.at("/things/0/kind")).isEqualTo("organisation");
    }

    @Test
    void it_is_as_it_was_known() {
        assertThat(names(SERVER.get("/things", "text", "zebulon", "knownAt", "2024-03-02T12:00:00Z")))
                .containsExactly("Zébulon Nord", "L’Œuvre du Zébulon");
    }

    @Test
    void only_things_of_a_kind_are_told_where_one_is_asked_for() {
        assertThat(names(SERVER.get("/things", "text", "zebulon", "kind", "worksite")))
                .containsExactly("Zébulon (chantier)");
    }

    @Test
    void a_kind_that_has_no_names_is_refused_with_those_that_have() {
        Answer refused = SERVER.get("/things", "kind", "amount");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/detail")).contains("organisation", "worksite");
    }

    @Test
    void there_are_twenty_at_most() {
        IntStream.range(0, 21)
                .forEach(i -> carrier("2024-04-01T10:00:%02dZ".formatted(i), "quimperle", "many-" + i, "Foule " + i));

        assertThat(names(SERVER.get("/things", "text", "foule"))).hasSize(20);
    }

    private static List<String> names(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .get("things")
                .valueStream()
                .map(thing -> thing.get("name").stringValue())
                .toList();
    }

    private static void carrier(String recordedAt, String territory, String id, String name) {
        record(recordedAt, territory, """
                "type": "coordination-carrier-changed", "carrier": {"id": "%s", "name": "%s"}""".formatted(id, name));
    }

    private static void worksite(String recordedAt, String name) {
        record(recordedAt, "morlaix", """
                "type": "worksite-joined-programme", "programme": "cvg",
                "worksite": {"id": "zw", "name": "%s"}""".formatted(name));
    }

    private static void record(String recordedAt, String territory, String content) {
        QueryServer.sharedModels().record(recordedAt, """
                {"entryId": "60000000-0000-0000-0000-0000000000%02d", "territory": "%s",
                 "effective": "2020", %s}""".formatted(number++, territory, content));
    }
}
