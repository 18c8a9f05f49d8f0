package fr.jalon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.Stretch;
import fr.jalon.answers.contract.TimelineAnswer;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.query.ReadModels;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TimelineTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final int ENTRIES = 40;

    @BeforeAll
    static void record() {
        QueryServer.sharedModels().record("blois", 1, """
                "type": "funding-granted", "effective": "2023-03/2023", "funding": {"id": "f", "name": "Aide"}
                """);
        QueryServer.sharedModels().record("blois", 2, """
                "type": "funding-renewed", "effective": "2024", "status": "planned", "funding": "f"
                """);
        QueryServer.sharedModels().record("blois", 3, """
                "type": "coordination-carrier-changed", "effective": "2019", "carrier": {"id": "adpei", "name": "ADPEI"}
                """);
        QueryServer.sharedModels().record("blois", 4, """
                "type": "study-launched", "effective": "2025", "status": "possible", "study": "s", "question": "Où ?"
                """);
    }

    @Test
    void it_has_each_value_over_all_its_days_and_announcements_with_the_subject_they_would_be_of() {
        JsonNode answer = SERVER.get("/territories/blois/timeline").json();

        assertThat(answer.get("subjects")).isEqualTo(Json.parse("""
                [{"subject": "coordination-carrier", "key": "", "stretches": [
                  {"value": {"carrier": {"id": "adpei", "name": "ADPEI"}},
                   "possible": "2019-01-01/..", "certain": "2019-12-31/..", "since": "2019", "until": null,
                   "entries": ["%s"], "contested": false}]},
                 {"subject": "funding", "key": "f", "stretches": [
                  {"value": {"funding": {"id": "f", "name": "Aide"}},
                   "possible": "2023-03-01/2023-12-31", "certain": null, "since": "2023-03", "until": "2023",
                   "entries": ["%s"], "contested": false}]}]
                """.formatted(id(3), id(1))));
        assertThat(answer.get("outlook")).isEqualTo(Json.parse("""
                [{"entryId": "%s", "type": "funding-renewed", "status": "planned", "effective": "2024",
                  "from": "2024-01-01", "to": "2024-12-31", "awaited": "../..", "subject": "funding", "key": "f",
                  "value": {"funding": {"id": "f", "name": "Aide"}}, "contested": false},
                 {"entryId": "%s", "type": "study-launched", "status": "possible", "effective": "2025",
                  "from": "2025-01-01", "to": "2025-12-31", "awaited": "../..", "subject": "study", "key": "s",
                  "value": {"study": {"id": "s"}, "question": "Où ?"}, "contested": false}]
                """.formatted(id(2), id(4))));
    }

    @Test
    void of_a_kind_or_a_subject_it_has_that_alone_with_what_is_announced_of_it() {
        JsonNode kind =
                SERVER.get("/territories/blois/timeline", "subject", "funding").json();
        JsonNode subject =
                SERVER.get("/territories/blois/timeline", "subject", "study:s").json();

        assertThat(kind.findValuesAsString("subject")).containsExactly("funding", "funding");
        assertThat(subject.get("subjects")).isEmpty();
        assertThat(subject.findValuesAsString("key")).containsExactly("s");
    }

    @Test
    void a_kind_that_does_not_exist_is_refused_with_those_that_do() {
        Answer answer = SERVER.get("/territories/blois/timeline", "subject", "fundings");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/details/en")).contains("funding:mel-programmes");
    }

    @ParameterizedTest
    @ValueSource(longs = {43, 44})
    void it_is_what_the_fold_of_the_entries_known_then_gives(long seed) {
        String territory = "timeline-" + seed;
        List<Recorded> recorded = RandomRegisters.of(seed, territory, ENTRIES);
        recorded.forEach(each -> QueryServer.sharedModels().record(each.recordedAt(), each.entry()));
        for (int position = 1; position <= ENTRIES; position++) {
            Register register = Register.of(recorded.subList(0, position));
            List<Stretch> stretches = register.subjects().stream()
                    .flatMap(subject -> register.spans(subject).stream())
                    .map(Stretch::of)
                    .toList();
            String knownAt = recorded.get(position - 1).recordedAt().toString();

            Answer answer =
                    SERVER.get("/territories/" + territory + "/timeline", "knownAt", Integer.toString(position));

            assertThat(answer.json())
                    .as("seed %d known at %d", seed, position)
                    .isEqualTo(Json.parse(
                            Json.text(TimelineAnswer.of(territory, stretches, any -> true, knownAt, position))));
        }
    }

    private static String id(int number) {
        return ReadModels.id("blois", number).toString();
    }
}
