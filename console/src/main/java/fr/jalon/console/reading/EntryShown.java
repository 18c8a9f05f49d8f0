package fr.jalon.console.reading;

import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as its page shows it.
 *
 * @param row as a list shows it
 * @param recordedAt as the log has it
 * @param type what it is, in words
 * @param fields what it says, field by field
 * @param source where that was said
 * @param quote the very words, if it has them
 * @param others the entries that it is about, and those that are about it
 */
public record EntryShown(
        EntryRow row,
        String recordedAt,
        String type,
        List<Field> fields,
        List<Field> source,
        @Nullable String quote,
        @Nullable String note,
        List<EntryRow> others) {
    /** What is no field of its content. */
    private static final Set<String> ELSEWHERE =
            Set.of("entryId", "territory", "type", "effective", "status", "source", "note", "target", "fulfils");

    private static final Set<String> DATES = Set.of("asserted", "published");

    /** A field, by what it is called. */
    public record Field(
            String label, String value, @Nullable String link) {}

    static EntryShown of(JsonNode item, Function<String, JsonNode> entry, Visit visit) {
        Words words = visit.words();
        Language language = visit.caller().language();
        List<JsonNode> others = Stream.concat(EntryWords.aims(item), EntryWords.remarks(item))
                .distinct()
                .map(entry)
                .toList();
        EntryWords said = new EntryWords(
                language, Stream.concat(Stream.of(item), others.stream()).toList());
        JsonNode content = item.path("entry");
        JsonNode source = content.path("source");
        return new EntryShown(
                EntryRow.of(List.of(item), words, language).getFirst(),
                item.path("recordedAt").asString(""),
                words.answers().type(content.path("type").asString("")),
                fields(content, ELSEWHERE, said, words, language),
                fields(source, Set.of("quote"), said, words, language),
                text(source, "quote"),
                text(content, "note"),
                EntryRow.of(others, words, language));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).stringValue() : null;
    }

    private static List<Field> fields(
            JsonNode node, Set<String> left, EntryWords said, Words words, Language language) {
        List<Field> fields = new ArrayList<>();
        node.properties().forEach(each -> {
            if (!left.contains(each.getKey())) {
                fields.add(field(each.getKey(), each.getValue(), said, words, language));
            }
        });
        return fields;
    }

    private static Field field(String name, JsonNode value, EntryWords said, Words words, Language language) {
        String label = words.answers().attribute(name);
        if (name.equals("entry")) {
            return new Field(
                    label,
                    said.content(value) + ", " + SaidDates.in(language).effective(value.path("effective")),
                    null);
        }
        if (DATES.contains(name)) {
            return new Field(label, SaidDates.in(language).effective(value), null);
        }
        String shown = said.shown(name, value);
        return new Field(label, shown, shown.startsWith("https://") ? shown : null);
    }
}
