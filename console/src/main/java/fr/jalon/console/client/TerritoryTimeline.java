package fr.jalon.console.client;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that a territory's register tells, over all days. */
public record TerritoryTimeline(
        String territory, long position, List<SubjectOverDays> subjects, List<Expected> outlook) {
    /** One subject's values. */
    public record SubjectOverDays(String subject, String key, List<ValueOverDays> stretches) {}

    /**
     * A value over its days.
     *
     * @param possible first and last day, {@code ..} where open
     * @param certain the same of the days on which it is so for certain; null where there is none
     */
    public record ValueOverDays(
            JsonNode value, String possible, @Nullable String certain, boolean contested) {}

    /**
     * What is or was announced.
     *
     * @param from the first day it may be; null where that is open
     * @param to the last day it may be
     * @param awaited the days on which it is announced and has not come
     * @param subject the kind of fact that it would be; null where it would move none
     */
    public record Expected(
            String entryId,
            String type,
            String status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String awaited,
            @Nullable String subject,
            @Nullable String key,
            JsonNode value,
            boolean contested) {}
}
