package fr.jalon.events.said;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Entries of one register for people: what each says, whether it is so, and what was said of it since. */
public final class EntryWords {
    /** What stands in columns of its own, or is for programs. */
    private static final Set<String> HEADER = Set.of(
            "entryId", "territory", "type", "effective", "status", "source", "note", "fulfils", "target", "entry");

    private static final List<String> REMARKS =
            List.of("correctedBy", "retractedBy", "contestedBy", "abandonedBy", "fulfilledBy");

    private final AnswerWords words;
    private final SaidDates dates;
    private final Sentences sentences;
    private final Map<String, String> positions = new HashMap<>();
    private final Map<Subject, String> names = new HashMap<>();

    /** A reader of these, called by their positions; any other by its id. Things are called as they call them. */
    public EntryWords(Language language, Iterable<JsonNode> known) {
        this.words = AnswerWords.in(language);
        this.dates = SaidDates.in(language);
        this.sentences = Sentences.of(EntryWords.class, "said", language);
        known.forEach(this::learn);
    }

    public void learn(JsonNode item) {
        positions.put(item.path("entryId").asString(""), words.position(item));
        item.path("entry").properties().forEach(attribute -> collect(attribute.getKey(), attribute.getValue()));
        item.path("numbers")
                .forEach(other -> positions.put(other.path("entryId").asString(""), words.position(other)));
        // As the register has them, where it was asked: a name that an entry gave may not be the last.
        item.path("names")
                .forEach(named -> call(
                        named.path("kind").asString(""),
                        named.path("id").asString(""),
                        named.path("name").asString("")));
    }

    /**
     * Has a thing called by its name, as the register does.
     *
     * @param kind of the thing: {@code organisation}
     */
    public void call(String kind, String id, String name) {
        if (!name.isEmpty()) {
            names.put(Names.of(kind, id), name);
        }
    }

    private void collect(String attribute, JsonNode value) {
        value.values().stream().filter(JsonNode::isObject).forEach(item -> collect(attribute, item));
        if (value.path("id").isString() && value.path("name").isString()) {
            names.put(
                    Names.of(attribute, value.path("id").stringValue()),
                    value.path("name").stringValue());
        }
    }

    /** Position, when, who, what, on which day, and its status. */
    public String[] cells(JsonNode item, boolean withId) {
        JsonNode entry = item.path("entry");
        Stream<String> cells = Stream.of(
                item.path("position").asString(""),
                SaidDates.minute(item.path("recordedAt")),
                item.path("actor").asString(""),
                content(entry),
                dates.effective(entry.path("effective")),
                status(item));
        Stream<String> id = withId ? Stream.of(item.path("entryId").asString("")) : Stream.empty();
        return Stream.concat(cells, id).toArray(String[]::new);
    }

    /** An entry on one line: what it says, of which other. */
    public String content(JsonNode entry) {
        String said = words.said(called(entry), HEADER);
        String type = words.type(entry.path("type").asString(""));
        String target = entry.path("target").asString(entry.path("fulfils").asString(""));
        String whole = said.isEmpty() ? type : sentences.say("entry.content", type, said);
        String aimed = target.isEmpty() ? whole : sentences.say("entry.aimed", whole, named(target));
        JsonNode now = entry.path("entry");
        return now.isMissingNode()
                ? aimed
                : sentences.say("entry.now", aimed, content(now), dates.effective(now.path("effective")));
    }

    private JsonNode called(JsonNode entry) {
        if (!(entry.deepCopy() instanceof ObjectNode called)) {
            return entry;
        }
        called.properties().forEach(attribute -> attribute.setValue(called(attribute.getKey(), attribute.getValue())));
        return called;
    }

    private JsonNode called(String attribute, JsonNode value) {
        if (value instanceof ArrayNode items) {
            ArrayNode called = items.arrayNode();
            items.forEach(item -> called.add(called(attribute, item)));
            return called;
        }
        String name = names.get(Names.of(attribute, value.path("id").asString(value.asString(""))));
        return name == null ? value : StringNode.valueOf(name);
    }

    /** What one of its attributes says, by the names that things have. */
    public String shown(String attribute, JsonNode value) {
        String id = value.isString() ? positions.get(value.stringValue()) : null;
        return id == null ? words.shown(attribute, called(attribute, value)) : id;
    }

    /** The entries that this one is about. */
    public static Stream<String> aims(JsonNode item) {
        return Stream.of("target", "fulfils")
                .map(field -> item.path("entry").path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    /** The entries that are about this one. */
    public static Stream<String> remarks(JsonNode item) {
        return REMARKS.stream()
                .map(item::path)
                .flatMap(by -> by.isString() ? Stream.of(by) : by.valueStream())
                .map(id -> id.asString(""));
    }

    /** Whether it is so or only announced, and what became of it. */
    public String status(JsonNode item) {
        String status = words.status(item.path("entry").path("status").asString("actual"));
        return Stream.concat(Stream.of(status), REMARKS.stream().flatMap(remark -> remark(remark, item.path(remark))))
                .collect(Collectors.joining(", "));
    }

    private Stream<String> remark(String remark, JsonNode by) {
        String ids = by.isString()
                ? named(by.stringValue())
                : by.valueStream().map(id -> named(id.asString(""))).collect(Collectors.joining(", "));
        return ids.isEmpty() ? Stream.empty() : Stream.of(sentences.say("mark." + remark, ids));
    }

    private String named(String id) {
        return positions.getOrDefault(id, id);
    }
}
