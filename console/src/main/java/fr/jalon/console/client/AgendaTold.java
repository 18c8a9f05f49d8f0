package fr.jalon.console.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes with the days, and what was announced and has not come. */
public record AgendaTold(LocalDate from, LocalDate to, List<Item> items) {
    /** One thing that comes. */
    public record Item(
            String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String subject,
            String key,
            @Nullable String type,
            @Nullable String status,
            List<String> entries,
            Map<String, String> sentence) {}
}
