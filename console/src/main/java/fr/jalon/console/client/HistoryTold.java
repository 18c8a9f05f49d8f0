package fr.jalon.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries in recorded order, a page of them; each item as the contract tells it. */
public record HistoryTold(List<JsonNode> entries, @Nullable String next) {}
