package fr.jalon.console.recording;

import fr.jalon.events.language.Language;
import fr.jalon.tables.column.Column;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A value of an entry as somebody would type it, so that a form can be filled with it and read again. */
final class Written {
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
                .filter(said -> Typed.isSame(said, text, language))
                .findFirst()
                .orElse(text);
    }
}
