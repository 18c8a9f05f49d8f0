package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A command under way: that its entry is recorded, and when, is known only once the log has it, after the decision. */
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

    /** What became of it in the end. */
    Decision answer(Decision decision) {
        return decision instanceof Decision.Accepted(long position) && recordedAt != null
                ? new Decision.Recorded(position, recordedAt)
                : decision;
    }
}
