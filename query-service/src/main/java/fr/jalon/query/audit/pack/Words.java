package fr.jalon.query.audit.pack;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.label.Labels;
import fr.jalon.events.register.Names;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Subject;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Subjects and values in French, things by their last names. */
final class Words {
    static final Labels FRENCH = Labels.in(Locale.FRENCH);

    private final Register register;

    Words(Register register) {
        this.register = register;
    }

    String subject(Subject subject) {
        String kind = FRENCH.of(subject.kind());
        return subject.key().isEmpty() ? kind : kind + " " + subject.key();
    }

    String value(Map<String, Object> value) {
        return value(EntryJson.nameless(value));
    }

    /** The attributes of a value, each with its label. */
    String value(JsonNode value) {
        return value.properties().stream()
                .map(attribute ->
                        FRENCH.attribute(attribute.getKey()) + " : " + shown(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining(" ; "));
    }

    private String shown(String attribute, JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(item -> shown(attribute, item))
                    .collect(Collectors.joining(", "));
        }
        if (node.isObject()) {
            return node.has("currency")
                    ? node.path("value").asString("") + " "
                            + node.path("currency").asString("")
                    : name(attribute, node);
        }
        return FRENCH.value(attribute, node.asString(""));
    }

    private String name(String attribute, JsonNode thing) {
        String id = thing.path("id").asString("");
        return register.spans(Names.of(attribute, id)).stream()
                .map(span -> String.valueOf(span.value().get("name")))
                .findFirst()
                .orElse(thing.path("name").asString(id));
    }

    /** As text in XML, whatever it holds: characters that XML cannot have are shown as a mark. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }
}
