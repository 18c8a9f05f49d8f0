package fr.jalon.console.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who funds, and what it comes to. */
public record FundersTold(LocalDate asOf, Instant knownAt, List<Funder> funders) {
    /**
     * One of them.
     *
     * @param totals null where they are not for the reader
     */
    public record Funder(
            Organisation organisation,
            List<String> territories,
            int fundings,
            @Nullable Totals totals) {}

    /** An organisation by its id, and its name where it has one. */
    public record Organisation(String id, @Nullable String name) {
        /** What it is called. */
        public String called() {
            return name == null ? id : name;
        }
    }

    /** Sums over all readings of the dates, by currency; fundings without an amount are counted, never added as 0. */
    public record Totals(List<Sum> amounts, int withoutAmount) {
        private static final Totals NONE = new Totals(List.of(), 0);

        /** None of those that are not for the reader. */
        public static Totals orNone(@Nullable Totals totals) {
            return totals == null ? NONE : totals;
        }
    }

    /** A sum of one currency. */
    public record Sum(String currency, String atLeast, String atMost) {}

    /**
     * What one of them funds.
     *
     * @param totals null where they are not for the reader
     */
    public record Portfolio(
            Organisation organisation,
            LocalDate asOf,
            Instant knownAt,
            List<Funding> fundings,
            @Nullable Totals totals) {}

    /** One funding, on its territory. */
    public record Funding(
            String territory,
            String key,
            JsonNode value,
            String certainty,
            @Nullable String held,
            @Nullable String since,
            @Nullable String until,
            List<String> entries,
            boolean contested) {}
}
