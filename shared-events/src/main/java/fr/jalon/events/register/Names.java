package fr.jalon.events.register;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Source;
import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.entry.Thing;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Shape;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.timeline.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What things are called: one name for each kind of thing and id, the latest given by an entry that stands. A corrected
 * entry keeps its place, for names too: correcting an old entry does not bring an old name back.
 */
public final class Names {
    /** What kind of thing stands in each field; a field that stood for two kinds would be refused here. */
    private static final Map<String, String> KINDS = kindsByField();

    private Names() {}

    /** The subject under which the name of this thing is kept, {@code attribute} being where it was mentioned. */
    public static Subject of(String attribute, String id) {
        return CompanionKind.NAME.of(KINDS.getOrDefault(attribute, attribute), id);
    }

    /** All kinds of things that have names. */
    public static Set<String> kinds() {
        return Stream.concat(KINDS.values().stream(), Stream.of("territory"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names that an entry gives itself, without the content that a correction gives to its target. */
    static Map<Subject, String> givenBy(Entry entry, Map<String, Object> attributes) {
        Map<Subject, String> names = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> collect(names, attribute, value));
        Source source = entry.header().source();
        if (source != null) {
            collect(names, "author", source.author());
            collect(names, "speaker", source.speaker());
        }
        if (entry instanceof TerritoryOpened opened) {
            names.put(of("territory", opened.territory()), opened.name());
        }
        return names;
    }

    /** A name holds on every day: it is what a thing is called, not what it was. It rests on no entry in particular. */
    static Span span(Subject subject, String name) {
        return new Span(
                subject, Map.of("name", name), DayRange.ALL, DayRange.ALL, DayRange.ALL, null, null, List.of(), false);
    }

    /** A value with the names that things have; what has none in it is shared with the value, which stays as it is. */
    public static ObjectNode named(ObjectNode value, Map<Subject, String> names) {
        ObjectNode named = value.objectNode();
        value.properties()
                .forEach(attribute ->
                        named.set(attribute.getKey(), named(attribute.getKey(), attribute.getValue(), names)));
        return named;
    }

    private static JsonNode named(String attribute, JsonNode node, Map<Subject, String> names) {
        return switch (node) {
            case ArrayNode items -> {
                ArrayNode named = items.arrayNode(items.size());
                items.forEach(item -> named.add(named(attribute, item, names)));
                yield named;
            }
            case ObjectNode thing
            when thing.get("id") != null -> {
                String name = names.get(of(attribute, thing.get("id").stringValue()));
                yield name == null ? thing : thing.objectNode().setAll(thing).put("name", name);
            }
            default -> node;
        };
    }

    /** The things that an entry speaks of as JSON has it, by the subjects under which their names are kept. */
    public static Set<Subject> mentionedIn(JsonNode entry) {
        Set<Subject> mentioned = new LinkedHashSet<>();
        entry.properties().forEach(attribute -> mentioned(attribute.getKey(), attribute.getValue(), mentioned));
        return mentioned;
    }

    private static void mentioned(String attribute, JsonNode value, Set<Subject> mentioned) {
        JsonNode id = value.isObject() ? value.path("id") : value;
        if (value.isArray()) {
            value.forEach(item -> mentioned(attribute, item, mentioned));
        } else if (!id.isString()) {
            mentioned.addAll(mentionedIn(value));
        } else if (KINDS.containsKey(attribute)) {
            mentioned.add(of(attribute, id.stringValue()));
        }
    }

    private static void collect(Map<Subject, String> names, String attribute, @Nullable Object value) {
        switch (value) {
            case Thing thing -> put(names, attribute, thing.id().text(), thing.name());
            case List<?> list -> list.forEach(item -> collect(names, attribute, item));
            case null, default -> {}
        }
    }

    private static void put(Map<Subject, String> names, String attribute, String id, @Nullable String name) {
        if (name != null) {
            names.put(of(attribute, id), name);
        }
    }

    private static Map<String, String> kindsByField() {
        return Stream.concat(
                        Stream.of(Shape.of(Source.class)),
                        EntryType.all().stream().map(type -> Shape.of(type.form())))
                .flatMap(shape -> shape.fields().stream())
                .flatMap(field -> kind(field.name(), field.form()).stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Map.Entry<String, String>> kind(String field, Form form) {
        return switch (form) {
            case Form.Named named -> Optional.of(Map.entry(field, named.kind(field)));
            case Form.Many(Form item) -> kind(field, item);
            case Form.Text ignored -> Optional.empty();
            case Form.Count ignored -> Optional.empty();
            case Form.Flag ignored -> Optional.empty();
            case Form.Choice ignored -> Optional.empty();
            case Form.Nested ignored -> Optional.empty();
            case Form.Content ignored -> Optional.empty();
        };
    }
}
