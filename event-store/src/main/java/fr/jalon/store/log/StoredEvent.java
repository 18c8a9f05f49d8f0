package fr.jalon.store.log;

import java.time.Instant;
import java.util.UUID;

/** One row of the log, byte for byte as it was accepted. */
public record StoredEvent(
        long globalIndex,
        UUID entryId,
        String territory,
        long position,
        Instant recordedAt,
        String type,
        String revision,
        String payload,
        String metadata) {}
