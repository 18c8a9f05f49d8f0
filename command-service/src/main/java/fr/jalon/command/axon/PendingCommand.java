package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A command under way: when its entry was recorded is known only once the log has it, which is after the decision. */
final class PendingCommand {
    private final RecordEntry command;
    private @Nullable Instant recordedAt;

    PendingCommand(RecordEntry command) {
        this.command = command;
    }

    RecordEntry command() {
        return command;
    }

    void recordedAt(Instant instant) {
        recordedAt = instant;
    }

    /** The decision with the time of the log, where it was recorded. */
    Decision answer(Decision decision) {
        return decision instanceof Decision.Accepted(long position, Instant ignored) && recordedAt != null
                ? new Decision.Accepted(position, recordedAt)
                : decision;
    }
}
