package fr.jalon.query.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Stretch;
import fr.jalon.answers.contract.AgendaAnswer;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Window;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final int ENTRIES = 20;

    @BeforeAll
    static void record() {
        QueryServer.sharedModels().record("2024-01-01T00:00:00Z", """
                {"entryId": "90000000-0000-0000-0000-000000000001", "territory": "tours", "type": "funding-granted",
                 "effective": "2026-01-01/2026-12-31", "funding": {"id": "f", "name": "Aide"}, "funder": "ars"}""");
        QueryServer.sharedModels().record("2024-01-02T00:00:00Z", """
                {"entryId": "90000000-0000-0000-0000-000000000002", "territory": "tours", "type": "programme-launched",
                 "effective": "2026-10", "status": "planned", "programme": {"id": "phc", "name": "PHC"}}""");
    }

    @Test
    void it_is_by_default_that_of_the_twelve_months_from_today() {
        Answer answer = SERVER.get("/territories/tours/agenda");

        assertThat(answer.json()).isEqualTo(Json.parse("""
                {"territory": "tours", "from": "2026-11-23", "to": "2027-11-23", "asOf": "2026-11-23",
                 "knownAt": "2024-01-02T00:00:00Z", "position": 2, "items": [
                  {"kind": "overdue", "from": "2026-10-01", "to": "2026-10-31", "subject": "outlook",
                   "key": "90000000-0000-0000-0000-000000000002", "type": "programme-launched", "status": "planned",
                   "value": {"programme": {"id": "phc", "name": "PHC"}}, "since": "2026-10", "until": null,
                   "entries": ["90000000-0000-0000-0000-000000000002"], "contested": false,
                   "sentence": {"fr": "Annoncé entre le 1ᵉʳ octobre 2026 et le 31 octobre 2026 et toujours pas venu : \
                Lancement du programme (programme : PHC).",
                    "en": "Announced between 1 October 2026 and 31 October 2026 and not come: \
                Programme launched (programme: PHC)."}},
                  {"kind": "ends", "from": "2027-01-01", "to": "2027-01-01", "subject": "funding", "key": "f",
                   "value": {"funding": {"id": "f", "name": "Aide"}, "funder": {"id": "ars"}}, "since": "2026-01-01",
                   "until": "2026-12-31", "entries": ["90000000-0000-0000-0000-000000000001"], "contested": false,
                   "sentence": {"fr": "À partir du 1ᵉʳ janvier 2027, ce n'est plus le cas : le financement « Aide » est \
                accordé (financeur : ars).",
                    "en": "From 1 January 2027 on this is no longer so: the funding “Aide” is granted (funder: ars)."}}]}
                """));
        assertThat(SERVER.get("/territories/tours/agenda", "knownAt", "0")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void what_was_so_last_on_the_day_before_the_first_and_what_begins_on_the_last_are_on_it() {
        Answer end = SERVER.get("/territories/tours/agenda", "from", "2027-01-01", "to", "2027-01-01");
        Answer beginning = SERVER.get("/territories/tours/agenda", "from", "2025-12-01", "to", "2026-01-01");

        assertThat(end.json()
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("kind").stringValue()))
                .containsExactly("overdue", "ends");
        assertThat(beginning.at("/items/0/kind")).isEqualTo("begins");
    }

    @ParameterizedTest
    @ValueSource(longs = {41})
    void it_is_what_the_fold_of_the_entries_known_then_gives(long seed) {
        String territory = "agenda-" + seed;
        List<Recorded> recorded = RandomRegisters.of(seed, territory, ENTRIES);
        recorded.forEach(each -> QueryServer.sharedModels().record(each.recordedAt(), each.entry()));
        Random random = new Random(seed);
        for (int i = 0; i < 15; i++) {
            int position = 1 + random.nextInt(ENTRIES);
            LocalDate from = LocalDate.parse("2019-12-01").plusDays(random.nextInt(1000));
            Window days = new Window(from, from.plusDays(random.nextInt(300)));
            AsOf asOf = new AsOf(from.plusDays(random.nextInt(300)));
            Register register = Register.of(recorded.subList(0, position));
            List<Stretch> stretches = register.subjects().stream()
                    .flatMap(subject -> register.spans(subject).stream())
                    .map(Stretch::of)
                    .toList();

            Answer answer = SERVER.get(
                    "/territories/" + territory + "/agenda",
                    "from",
                    from.toString(),
                    "to",
                    days.latest().toString(),
                    "asOf",
                    asOf.toString(),
                    "knownAt",
                    Integer.toString(position));

            assertThat(answer.json().get("items"))
                    .as("seed %d, %s known at %d", seed, days, position)
                    .isEqualTo(Json.parse(Json.text(AgendaAnswer.of("", days, asOf, stretches, null, position)))
                            .get("items"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            from, 2023
            to,   2026-11-22
            to,   tomorrow
            asOf, x
            """)
    void days_that_are_none_are_refused(String name, String value) {
        Answer answer = SERVER.get("/territories/tours/agenda", name, value);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/details/en")).contains("\"" + name + "\"");
    }
}
