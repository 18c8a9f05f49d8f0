package fr.jalon.command.route;

import static fr.jalon.events.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Refusal;
import fr.jalon.command.territory.RefusalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one process sends, another reads as it was. */
class WireFormTest {
    @Test
    void a_command_arrives_as_it_was_sent() {
        RecordEntry command = new RecordEntry(
                entry(1, "funding-granted", "2022", "funding: f1, funder: mel"), 7L, LocalDate.of(2026, 11, 27));
        Map<String, String> metadata = Map.of("actor", "national", "role", "national");

        assertThat(WireForm.readCommand(WireForm.write(command, metadata)))
                .isEqualTo(new WireForm.Delivery(command, metadata));
    }

    static Stream<Decision> decisions() {
        return Stream.of(
                new Decision.Accepted(3),
                new Decision.Recorded(3, Instant.parse("2026-11-27T05:00:00.123456Z")),
                new Decision.AlreadyRecorded(3, Instant.EPOCH),
                new Decision.NotTheirs("lille"),
                new Decision.NotOpened("lille"),
                new Decision.IdTaken(3),
                new Decision.IdTakenElsewhere(),
                new Decision.Stale(9),
                new Decision.Refused(List.of(
                        new Refusal(RefusalCode.NOT_BEGUN, "/funding", new UUID(1, 2), 7L, "funding:f1"),
                        new Refusal(RefusalCode.EFFECTIVE_IN_FUTURE, "/effective", null, null, "2030"))),
                new Decision.Unreadable(4),
                new Decision.Busy(),
                new Decision.Unavailable(true));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_arrives_as_it_was_made(Decision decision) {
        assertThat(WireForm.readDecision(WireForm.write(decision))).isEqualTo(decision);
    }

    @Test
    void every_decision_there_is_has_been_sent() {
        assertThat(decisions().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        kinds(Decision.class).<Class<?>>map(kind -> kind).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        Class<?>[] below = type.getPermittedSubclasses();
        return below == null ? Stream.of(type) : Stream.of(below).flatMap(WireFormTest::kinds);
    }
}
