package fr.jalon.console.page;

import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An entry as a list shows it.
 *
 * @param content what it says, in words
 * @param effective on which day, in words
 * @param status whether it is so or announced, and what became of it
 * @param planned whether it is only announced
 * @param dropped whether it counts no more: corrected, retracted or abandoned
 */
public record EntryRow(
        String entryId,
        String territory,
        long position,
        String recordedAt,
        String actor,
        String content,
        String effective,
        String status,
        boolean planned,
        boolean dropped) {
    /** Those of a page. Those of one register call each other by their positions, and things as it does. */
    public static List<EntryRow> of(List<JsonNode> items, Words words, Language language) {
        Map<String, EntryWords> registers = new HashMap<>();
        items.forEach(item -> registers
                .computeIfAbsent(register(item), _ -> new EntryWords(language, List.of()))
                .learn(item));
        return items.stream()
                .map(item -> of(item, Objects.requireNonNull(registers.get(register(item))), words, language))
                .toList();
    }

    /** One of them, as those are called that it speaks of. */
    public static EntryRow of(JsonNode item, EntryWords entries, Words words, Language language) {
        JsonNode entry = item.path("entry");
        return new EntryRow(
                item.path("entryId").asString(""),
                entry.path("territory").asString(""),
                item.path("position").asLong(0),
                words.instant(item.path("recordedAt")),
                item.path("actor").asString(""),
                entries.content(entry),
                SaidDates.in(language).effective(entry.path("effective")),
                entries.status(item),
                !entry.path("status").asString("actual").equals("actual"),
                Stream.of("correctedBy", "retractedBy", "abandonedBy").anyMatch(by -> isThere(item.path(by))));
    }

    private static String register(JsonNode item) {
        return item.path("entry").path("territory").asString("");
    }

    private static boolean isThere(JsonNode by) {
        return by.isString() || !by.isEmpty();
    }
}
