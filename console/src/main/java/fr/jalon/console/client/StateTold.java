package fr.jalon.console.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A territory's state on a day, as known at an instant. */
public record StateTold(
        String territory,
        @Nullable String name,
        LocalDate asOf,
        Instant knownAt,
        long position,
        Map<String, List<FactTold>> facts,
        List<Announced> outlook) {
    /** What is announced, and neither came nor was given up. */
    public record Announced(
            String entryId,
            String type,
            JsonNode value,
            @Nullable String effective,
            String status,
            boolean contested) {}

    /** All of them, on one day. */
    public record All(LocalDate asOf, Instant knownAt, List<StateTold> territories) {}
}
