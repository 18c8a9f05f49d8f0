package fr.jalon.console.recording;

import fr.jalon.events.language.Language;
import fr.jalon.events.phrase.DateReader;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.events.phrase.Wanted;
import fr.jalon.tables.column.Column;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A value of an entry as somebody would type it, so that a form can be filled with it and read again. */
final class Written {
    /** No words for a date that is written in a register depend on the day on which they are read. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private Written() {}

    /**
     * The text of a field.
     *
     * @param names of things, by their kind and id
     */
    static String of(JsonNode value, Column column, Map<String, String> names, Language language) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(each -> of(each, column, names, language))
                    .collect(Collectors.joining(" | "));
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (column.thing() != null) {
            return thing(value, column.thing(), names);
        }
        String text = value.asString("");
        return switch (column.kind()) {
            case "date" -> date(text, language);
            case "decimal" -> language == Language.FRENCH ? text.replace('.', ',') : text;
            default -> text;
        };
    }

    private static String thing(JsonNode value, String kind, Map<String, String> names) {
        String id = value.isString() ? value.stringValue() : value.path("id").asString("");
        String name = value.path("name").asString(names.getOrDefault(kind + "/" + id, ""));
        return name.isEmpty() ? id : name + " (" + id + ")";
    }

    /** In words where they are read as the same date; else as it is written in the register. */
    static String date(String text, Language language) {
        return DateInWords.of(text, language)
                .filter(said -> isSame(said, text, language))
                .findFirst()
                .orElse(text);
    }

    private static boolean isSame(String said, String date, Language language) {
        return new DateReader(Wanted.EFFECTIVE, language, ANY_DAY).read(said) instanceof DateReading.Read read
                && read.text().equals(date);
    }
}
