package fr.jalon.standalone.cli;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.meaning.SubjectKind;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The vocabulary in the language of the terminal; a word that only a newer server knows is shown as it came. */
final class Words {
    private static final Labels LABELS = Labels.in(Locale.getDefault());
    private static final int WIDEST = 64;

    private Words() {}

    static String type(String name) {
        return EntryType.named(name).map(LABELS::of).orElse(name);
    }

    static String subject(String code) {
        return SubjectKind.all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(LABELS::of)
                .orElse(code);
    }

    /** What a value's attributes say, on a line that a table can hold. */
    static String value(JsonNode value) {
        StringBuilder text = new StringBuilder();
        value.properties()
                .forEach(attribute -> text.append(text.isEmpty() ? "" : ", ")
                        .append(shown(attribute.getKey(), attribute.getValue())));
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text.toString();
    }

    private static String shown(String attribute, JsonNode node) {
        if (node.isArray()) {
            StringBuilder items = new StringBuilder();
            node.forEach(item -> items.append(items.isEmpty() ? "" : " + ").append(shown(attribute, item)));
            return items.toString();
        }
        if (node.isObject()) {
            return node.path("name").isString()
                    ? node.path("name").stringValue()
                    : node.path("id").isString() ? node.path("id").stringValue() : amount(node);
        }
        return LABELS.value(attribute, node.asString(""));
    }

    private static String amount(JsonNode node) {
        return node.path("value").asString("") + " " + node.path("currency").asString("");
    }
}
