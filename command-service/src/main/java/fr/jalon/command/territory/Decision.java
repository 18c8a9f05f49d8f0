package fr.jalon.command.territory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a {@link RecordEntry}. */
public sealed interface Decision {
    /**
     * It joins the register.
     *
     * @param position its number there, from 1
     * @param recordedAt when the store accepted it; null for a dry run
     */
    record Accepted(long position, @Nullable Instant recordedAt) implements Decision {}

    /** The very same entry was recorded before: nothing more to do. */
    record AlreadyRecorded(long position, Instant recordedAt) implements Decision {}

    /** The register holds another entry of this id. */
    record IdTaken(long position) implements Decision {}

    /** The register went on since its author read it: its last position is this one. */
    record Stale(long position) implements Decision {}

    /** Nobody opened this territory's register. */
    record NotOpened(String territory) implements Decision {}

    /** It breaks these rules; at least one. */
    record Refused(List<Refusal> refusals) implements Decision {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
