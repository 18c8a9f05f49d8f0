package fr.jalon.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is still being written of a meeting (<i>séance</i>), as the register keeps it. */
public record MeetingDraft(
        String id,
        String territory,
        String title,
        @Nullable JsonNode source,
        List<JsonNode> entries,
        String touchedBy,
        Instant touchedAt,
        long version) {
    /** One of several, by how much it holds. */
    public record Listed(String id, String title, int entries, String touchedBy, Instant touchedAt, long version) {}

    /** Those of a territory. */
    public record All(String territory, List<Listed> drafts) {}
}
