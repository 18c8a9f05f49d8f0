package fr.jalon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.Stretch;
import fr.jalon.answers.contract.ValueOverDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PictureTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final int ENTRIES = 40;
    private static final int QUESTIONS = 200;

    @BeforeAll
    static void record() {
        QueryServer.sharedModels().record("2022-02-01T09:00:00Z", """
                {"entryId": "91000000-0000-0000-0000-000000000001", "territory": "vichy", "effective": "2019",
                 "type": "coordination-carrier-changed", "carrier": {"id": "adpei", "name": "ADPEI"}}""");
        QueryServer.sharedModels().record("2023-02-22T09:00:00Z", """
                {"entryId": "91000000-0000-0000-0000-000000000002", "territory": "vichy", "effective": "2023",
                 "type": "coordination-carrier-changed", "carrier": {"id": "hpf", "name": "HPF"}}""");
        QueryServer.sharedModels().record("2023-03-01T09:00:00Z", """
                {"entryId": "91000000-0000-0000-0000-000000000003", "territory": "vichy", "effective": "2025",
                 "type": "study-launched", "status": "planned", "study": "s", "question": "?"}""");
    }

    @Test
    void it_shows_how_a_later_entry_cuts_what_was_known_before() {
        JsonNode answer = picture("vichy", "coordination-carrier").json();

        assertThat(answer.get("rectangles")).isEqualTo(Json.parse("""
                [{"value": {"carrier": {"id": "adpei", "name": "ADPEI"}},
                  "possible": "2019-01-01/..", "certain": "2019-12-31/..", "since": "2019", "until": null,
                  "entries": ["91000000-0000-0000-0000-000000000001"], "contested": false,
                  "knownFrom": {"position": 1, "recordedAt": "2022-02-01T09:00:00Z"},
                  "knownTo": {"position": 2, "recordedAt": "2023-02-22T09:00:00Z"}},
                 {"value": {"carrier": {"id": "adpei", "name": "ADPEI"}},
                  "possible": "2019-01-01/2023-12-30", "certain": "2019-12-31/2022-12-31", "since": "2019",
                  "until": "2023",
                  "entries": ["91000000-0000-0000-0000-000000000001"], "contested": false,
                  "knownFrom": {"position": 2, "recordedAt": "2023-02-22T09:00:00Z"}},
                 {"value": {"carrier": {"id": "hpf", "name": "HPF"}},
                  "possible": "2023-01-01/..", "certain": "2023-12-31/..", "since": "2023", "until": null,
                  "entries": ["91000000-0000-0000-0000-000000000002"], "contested": false,
                  "knownFrom": {"position": 2, "recordedAt": "2023-02-22T09:00:00Z"}}]
                """));
    }

    @Test
    void known_at_an_earlier_place_what_came_later_is_neither_there_nor_ends_anything() {
        JsonNode answer = SERVER.get("/territories/vichy/picture", "subject", "coordination-carrier", "knownAt", "1")
                .json();

        assertThat(answer.get("rectangles")).hasSize(1);
        assertThat(answer.at("/rectangles/0/knownTo").isMissingNode()).isTrue();
    }

    @Test
    void of_a_subject_that_is_only_announced_it_is_empty() {
        Answer answer = picture("vichy", "study");

        assertThat(answer.at("/key")).isEqualTo("s");
        assertThat(answer.json().get("rectangles")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fundings, Kinds: perimeter", "funding:f, No entry ever spoke", "'', Kinds: perimeter"})
    void a_subject_that_is_none_is_refused_with_what_would_be_right(String subject, String said) {
        Answer answer = subject == null ? SERVER.get("/territories/vichy/picture") : picture("vichy", subject);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/details/en")).contains(said);
    }

    @ParameterizedTest
    @ValueSource(longs = {45, 46, 47})
    void at_any_point_of_both_axes_it_has_the_values_that_the_fold_has_there(long seed) {
        Random random = new Random(seed);
        String territory = "picture-" + seed;
        List<Recorded> recorded = RandomRegisters.of(seed, territory, ENTRIES);
        recorded.forEach(each -> QueryServer.sharedModels().record(each.recordedAt(), each.entry()));
        Register whole = Register.of(recorded);
        List<Subject> subjects = whole.subjects().stream()
                .filter(subject -> subject.kind() instanceof FactKind)
                .sorted()
                .toList();
        Map<Subject, JsonNode> pictures = new HashMap<>();
        for (int i = 0; i < QUESTIONS; i++) {
            LocalDate asOf = LocalDate.parse("2019-12-01").plusDays(random.nextInt(1150));
            int position = 1 + random.nextInt(ENTRIES);
            Subject subject = subjects.get(random.nextInt(subjects.size()));
            JsonNode picture = pictures.computeIfAbsent(
                    subject, asked -> picture(territory, asked.toString()).json());

            List<JsonNode> there = picture.get("rectangles")
                    .valueStream()
                    .filter(rectangle -> isKnown(rectangle, position) && has(rectangle.get("possible"), asOf))
                    .map(PictureTest::withoutEdges)
                    .toList();

            Register register = Register.of(recorded.subList(0, position));
            List<JsonNode> fold = register.spansOn(asOf, subject).stream()
                    .map(span -> Stretch.of(span).named(whole.names()))
                    .map(stretch -> Json.parse(Json.text(ValueOverDays.of(stretch))))
                    .toList();
            assertThat(there)
                    .as("seed %d, %s as of %s known at %d", seed, subject, asOf, position)
                    .containsExactlyInAnyOrderElementsOf(fold);
        }
    }

    private static boolean isKnown(JsonNode rectangle, int position) {
        return rectangle.at("/knownFrom/position").asInt() <= position
                && (!rectangle.has("knownTo")
                        || position < rectangle.at("/knownTo/position").asInt());
    }

    private static boolean has(JsonNode range, LocalDate day) {
        String[] ends = range.stringValue().split("/", -1);
        return (ends[0].equals("..") || !day.isBefore(LocalDate.parse(ends[0])))
                && (ends[1].equals("..") || !day.isAfter(LocalDate.parse(ends[1])));
    }

    private static JsonNode withoutEdges(JsonNode rectangle) {
        ObjectNode value = rectangle.asObject().deepCopy();
        value.remove("knownFrom");
        value.remove("knownTo");
        return value;
    }

    private static Answer picture(String territory, String subject) {
        return SERVER.get("/territories/" + territory + "/picture", "subject", subject);
    }
}
