package fr.jalon.console.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What began, ended and changed between two days, or what was learned between two instants. */
public record DifferenceTold(
        String territory,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<Change> began,
        @Nullable List<Change> ended,
        @Nullable List<Change> changed) {
    /** One subject, before and after, and the sentence that says so by language. */
    public record Change(
            String subject, String key, List<FactTold> before, List<FactTold> after, Map<String, String> sentence) {}
}
