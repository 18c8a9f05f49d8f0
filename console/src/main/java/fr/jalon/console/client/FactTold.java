package fr.jalon.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A fact as the contract tells it; its words stand there. */
public record FactTold(
        String key,
        JsonNode value,
        String certainty,
        @Nullable String held,
        @Nullable List<JsonNode> among,
        @Nullable String since,
        @Nullable String until,
        List<String> entries,
        boolean contested) {}
