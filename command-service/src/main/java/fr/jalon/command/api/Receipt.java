package fr.jalon.command.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever records an entry takes home.
 *
 * @param recordedAt null for a dry run
 * @param dryRun true for a dry run, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID entryId,
        String territory,
        long position,
        @Nullable Instant recordedAt,
        @Nullable Boolean dryRun) {
    public static Receipt of(Decision.Yes decision, Entry entry, boolean dryRun) {
        Instant recordedAt = switch (decision) {
            case Decision.Accepted _ -> null;
            case Decision.Recorded recorded -> recorded.recordedAt();
            case Decision.AlreadyRecorded recorded -> recorded.recordedAt();
        };
        return new Receipt(
                entry.entryId(),
                entry.territory(),
                decision.position(),
                dryRun ? null : recordedAt,
                dryRun ? true : null);
    }
}
