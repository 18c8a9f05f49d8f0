package fr.jalon.command.route;

import static fr.jalon.command.territory.Scenario.entry;
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
class LettersTest {
    @Test
    void a_command_arrives_as_it_was_sent() {
        RecordEntry command = new RecordEntry(
                entry(1, "funding-granted", "2022", "funding: f1, funder: mel"), 7L, LocalDate.of(2026, 11, 27), true);
        Map<String, String> metadata = Map.of("actor", "national", "role", "national");

        assertThat(Letters.readCommand(Letters.write(command, metadata)))
                .isEqualTo(new Letters.Sent(command, metadata));
    }

    static Stream<Reply> replies() {
        return Stream.of(
                new Reply.Decided(new Decision.Accepted(3, Instant.parse("2026-11-27T05:00:00.123456Z"))),
                new Reply.Decided(new Decision.Accepted(3, null)),
                new Reply.Decided(new Decision.AlreadyRecorded(3, Instant.EPOCH)),
                new Reply.Decided(new Decision.IdTaken(3)),
                new Reply.Decided(new Decision.Stale(9)),
                new Reply.Decided(new Decision.NotOpened("lille")),
                new Reply.Decided(new Decision.Refused(List.of(
                        new Refusal(RefusalCode.NOT_BEGUN, "/funding", new UUID(1, 2), "funding:f1"),
                        new Refusal(RefusalCode.EFFECTIVE_IN_FUTURE, "/effective", null, "2030")))),
                new Reply.IdTaken(),
                new Reply.Unreadable(4),
                new Reply.Busy(),
                new Reply.Unavailable(true));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void a_reply_arrives_as_it_was_sent(Reply reply) {
        assertThat(Letters.readReply(Letters.write(reply))).isEqualTo(reply);
    }
}
