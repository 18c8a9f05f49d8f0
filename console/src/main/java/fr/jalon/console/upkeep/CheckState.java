package fr.jalon.console.upkeep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a check is, and what the last one found.
 *
 * @param state {@code idle}, {@code running}, {@code done}, {@code failed}
 * @param step what is being checked: {@code log}, {@code projections}
 * @param checked when the last one ended; null before the first has
 */
public record CheckState(
        String state,
        @Nullable String step,
        long done,
        long total,
        @Nullable Instant checked,
        @Nullable Long entries,
        @Nullable List<Finding> findings) {
    /** Something that is not as it was sealed; its detail is in English, for whoever mends it. */
    public record Finding(
            String kind,
            @Nullable String entryId,
            @Nullable String territory,
            @Nullable Long position,
            String detail) {}

    public boolean isRunning() {
        return state.equals("running");
    }
}
