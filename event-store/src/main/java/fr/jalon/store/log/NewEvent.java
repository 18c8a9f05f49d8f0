package fr.jalon.store.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An event on its way into the log: all but its index, which only the log can give. */
public record NewEvent(
        UUID entryId,
        String territory,
        long position,
        long recordedMicros,
        String type,
        String revision,
        String payload,
        String metadata) {
    /** The time it brings; the log may record it later. */
    public Instant recordedAt() {
        return Instant.EPOCH.plus(recordedMicros, ChronoUnit.MICROS);
    }
}
