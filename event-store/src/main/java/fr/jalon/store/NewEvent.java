package fr.jalon.store;

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
        String metadata) {}
