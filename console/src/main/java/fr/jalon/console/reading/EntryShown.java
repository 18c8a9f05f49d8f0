package fr.jalon.console.reading;

import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.SaidField;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import java.util.List;
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
 * @param kept whether the register recorded it by itself, so that nobody says anything of it
 * @param fields what it says, field by field
 * @param source where that was said
 * @param quote the very words, if it has them
 * @param others the entries that it is about, and those that are about it
 */
public record EntryShown(
        EntryRow row,
        String recordedAt,
        String type,
        boolean kept,
        List<SaidField> fields,
        List<SaidField> source,
        @Nullable String quote,
        @Nullable String note,
        List<EntryRow> others) {
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
        String type = content.path("type").asString("");
        return new EntryShown(
                EntryRow.of(item, said, words, language),
                item.path("recordedAt").asString(""),
                words.answers().type(type),
                EntryType.named(type).filter(EntryType::isKeeping).isPresent(),
                SaidField.ofContent(content, said, visit),
                SaidField.ofSource(source, said, visit),
                text(source, "quote"),
                text(content, "note"),
                others.stream()
                        .map(each -> EntryRow.of(each, said, words, language))
                        .toList());
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).stringValue() : null;
    }
}
