package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked example that every implementation must reproduce: Marseille's coordination carrier. */
class WorkedExampleTest {
    private static final List<Recorded> ENTRIES = List.of(
            carrier(1, "2022-02-01T09:00:00Z", "adpei", "ADPEI", "2019"),
            carrier(2, "2023-02-22T09:00:00Z", "hpf", "HPF", "2023"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2018-12-31, now,                  ''
            2019-06-01, now,                  ADPEI possible
            2019-12-31, now,                  ADPEI certain
            2023-06-01, 2023-01-01T00:00:00Z, ADPEI certain
            2023-06-01, now,                  'ADPEI possible, HPF possible'
            2023-12-31, now,                  HPF certain
            """)
    void the_carrier_as_of_a_day_known_at_an_instant(String asOf, String knownAt, String answer) {
        Register known = Register.of(ENTRIES.stream()
                .filter(entry -> knownAt.equals("now") || !entry.recordedAt().isAfter(Instant.parse(knownAt)))
                .toList());

        RegisterState state = RegisterState.of("marseille", known, new AsOf(LocalDate.parse(asOf)));

        assertThat(state.facts().stream()
                        .map(fact -> fact.value().get("carrier").get("name").stringValue() + " "
                                + fact.certainty().code())
                        .toList())
                .isEqualTo(answer.isEmpty() ? List.of() : List.of(answer.split(", ")));
    }

    private static Recorded carrier(long position, String recordedAt, String id, String name, String effective) {
        return new Recorded(
                position, Instant.parse(recordedAt), EntryJson.read("""
                        {"entryId": "00000000-0000-0000-0000-00000000000%d", "territory": "marseille",
                         "type": "coordination-carrier-changed", "effective": "%s",
                         "carrier": {"id": "%s", "name": "%s"}}""".formatted(position, effective, id, name)));
    }
}
