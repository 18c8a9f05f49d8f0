package fr.jalon.seal.report;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Status;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.SaidSum;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Effective;
import fr.jalon.people.ReaderNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Subjects and values in French, things by the last names that a register gives them. */
final class ReportWords {
    static final Labels FRENCH = Labels.in(Locale.FRENCH);

    /** What still fits beside a lane. */
    private static final int BRIEF = 48;

    private final Register register;

    ReportWords(Register register) {
        this.register = register;
    }

    static String type(String name) {
        return EntryType.named(name).map(FRENCH::of).orElse(name);
    }

    /** What kind of fact it is, and which one: its ids, as names where the value tells what they are ids of. */
    String subject(Subject subject, JsonNode value) {
        String which = ids(subject)
                .map(id -> value.properties().stream()
                        .filter(attribute -> isOf(attribute, id))
                        .map(attribute -> shown(attribute.getKey(), attribute.getValue()))
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining(" / "));
        return (FRENCH.of(subject.kind()) + " " + which).strip();
    }

    /** The attributes of a subject's value that its name does not tell already, each with its label. */
    String value(Subject subject, JsonNode value) {
        return told(subject, value).map(this::labelled).collect(Collectors.joining(" ; "));
    }

    /** The same in a few words, without labels; persons called as the reader may see, before anything is cut off. */
    String brief(Subject subject, JsonNode value, ReaderNames reader) {
        String all = reader.in(told(subject, value)
                .map(attribute -> shown(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining(", ")));
        return all.length() <= BRIEF ? all : all.substring(0, all.offsetByCodePoints(0, BRIEF - 1)) + "…";
    }

    /** All attributes, each with its label. */
    String attributes(JsonNode attributes) {
        return attributes.properties().stream().map(this::labelled).collect(Collectors.joining(" ; "));
    }

    private static Stream<Map.Entry<String, JsonNode>> told(Subject subject, JsonNode value) {
        return value.properties().stream().filter(attribute -> ids(subject).noneMatch(id -> isOf(attribute, id)));
    }

    private static Stream<String> ids(Subject subject) {
        return subject.key().isEmpty() ? Stream.of() : Stream.of(subject.key().split("/", -1));
    }

    private static boolean isOf(Map.Entry<String, JsonNode> attribute, String id) {
        return attribute.getValue().path("id").asString("").equals(id)
                || attribute.getValue().asString("").equals(id);
    }

    private String labelled(Map.Entry<String, JsonNode> attribute) {
        return FRENCH.attribute(attribute.getKey()) + " : " + shown(attribute.getKey(), attribute.getValue());
    }

    /** What is only planned or possible, said as such. */
    static String status(String code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.code().equals(code))
                .map(FRENCH::of)
                .findFirst()
                .orElse(code);
    }

    private String shown(String attribute, JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(item -> shown(attribute, item))
                    .collect(Collectors.joining(", "));
        }
        if (node.isObject()) {
            return object(attribute, node);
        }
        String text = node.asString("");
        return switch (attribute) {
            case "effective" -> Dates.effective(Effective.parse(text));
            case "asserted", "published" -> Dates.point(text);
            case "quote" -> "« " + text + " »";
            case "status" -> status(text);
            case "type" -> type(text);
            case String other -> name(other, text, FRENCH.value(other, text));
        };
    }

    private String object(String attribute, JsonNode node) {
        if (node.has("currency")) {
            return SaidSum.of(
                    node.path("value").stringValue(), node.path("currency").stringValue(), Language.FRENCH);
        }
        return node.has("id") ? name(attribute, node) : attributes(node);
    }

    private String name(String attribute, JsonNode thing) {
        String id = thing.path("id").asString("");
        return name(attribute, id, thing.path("name").asString(id));
    }

    /** The last name of a thing; what is given here where nobody gave it one. */
    private String name(String attribute, String id, String otherwise) {
        return register.spans(Names.of(attribute, id)).stream()
                .map(span -> String.valueOf(span.value().get("name")))
                .findFirst()
                .orElse(otherwise);
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
