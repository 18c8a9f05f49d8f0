package fr.jalon.tables.row;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a row says it does with the entry whose number it has.
 *
 * @param does null where it does not say
 * @param reason why; null where it does not say
 * @param by who contests, as its JSON; null where it does not say
 */
public record RowChange(
        @Nullable RowAction does,
        @Nullable String reason,
        @Nullable JsonNode by) {}
