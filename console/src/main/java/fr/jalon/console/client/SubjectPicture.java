package fr.jalon.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One subject on both axes of time. */
public record SubjectPicture(String territory, long position, String subject, String key, List<KnownValue> rectangles) {
    /** A value over its days, and while it was known so. */
    public record KnownValue(
            JsonNode value,
            String possible,
            @Nullable String certain,
            boolean contested,
            RecordedEdge knownFrom,
            @Nullable RecordedEdge knownTo) {}

    /** An entry, as a place in recorded time. */
    public record RecordedEdge(long position, Instant recordedAt) {}
}
