package fr.jalon.command.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        @Nullable Boolean dryRun) {}
