package fr.jalon.events.json;

import fr.jalon.events.entry.Amount;
import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.Source;
import fr.jalon.events.entry.Worksite;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entries as JSON: the contract's form, the stored form and the golden files are this one. */
public final class EntryJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Field> HEADER = Shape.of(Header.class).fields();

    /** What an entry gets where it does not say: a fresh id, the territory of its address; null where it must say. */
    public record Defaults(@Nullable UUID entryId, @Nullable String territory) {
        static final Defaults NONE = new Defaults(null, null);
    }

    private EntryJson() {}

    /**
     * Reads an entry that somebody proposes: its values keep to the rules of today.
     *
     * @throws MalformedEntry naming every fault and its place
     */
    public static Entry proposed(JsonNode json, Defaults defaults) {
        return new EntryReader(true).read(json, defaults);
    }

    /**
     * Reads an entry that was accepted once, under whatever rules.
     *
     * @throws MalformedEntry naming every fault and its place
     */
    public static Entry read(JsonNode json, Defaults defaults) {
        return new EntryReader(false).read(json, defaults);
    }

    /** Reads a whole entry, one that says its id and its territory itself. */
    public static Entry read(String json) {
        return read(Json.parse(json), Defaults.NONE);
    }

    /**
     * Reads an entry as stored, in whatever revision of its type.
     *
     * @throws UnknownRevisionException where the type or the revision is unknown here
     */
    public static Entry readStored(String type, String revision, String json) {
        return Revisions.VOCABULARY.read(type, revision, json);
    }

    /** The canonical text: fields in one order, no white space, absent facts left out. */
    public static String write(Entry entry) {
        return Json.MAPPER.writeValueAsString(tree(entry));
    }

    /** The same as a tree. */
    public static ObjectNode tree(Entry entry) {
        ObjectNode json = NODES.objectNode();
        Header header = entry.header();
        for (Field field : HEADER) {
            switch (field.name()) {
                case "status" -> {
                    put(json, field.name(), field.of(header));
                    ownFields(json, entry);
                }
                case "territory" -> {
                    put(json, field.name(), field.of(header));
                    json.put("type", EntryType.of(entry).name());
                }
                default -> put(json, field.name(), field.of(header));
            }
        }
        return json;
    }

    /** What an entry tells beyond its header, under the names of its own fields; absent facts are left out. */
    public static Map<String, Object> attributes(Entry entry) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Field field : Shape.of(entry.getClass()).fields()) {
            Object value = field.of((Record) entry);
            if (value != null && !List.of().equals(value)) {
                attributes.put(field.name(), value);
            }
        }
        return Collections.unmodifiableMap(attributes);
    }

    /** Attributes as JSON; what has an id is an object with it, and carries no name. */
    public static ObjectNode nameless(Map<String, Object> attributes) {
        ObjectNode json = NODES.objectNode();
        attributes.forEach((name, value) -> json.set(name, nameless(value)));
        return json;
    }

    private static JsonNode nameless(Object value) {
        return switch (value) {
            case Reference reference ->
                NODES.objectNode().put("id", reference.id().text());
            case Worksite worksite -> ((ObjectNode) node(worksite)).without("name");
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(item -> array.add(nameless(item)));
                yield array;
            }
            default -> node(value);
        };
    }

    private static void ownFields(ObjectNode json, Entry entry) {
        for (Field field : Shape.of(entry.getClass()).fields()) {
            put(json, field.name(), field.of((Record) entry));
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null && !List.of().equals(value)) {
            json.set(name, node(value));
        }
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Code code -> NODES.stringNode(code.code());
            case Integer count -> NODES.numberNode(count);
            case Boolean flag -> NODES.booleanNode(flag);
            case Reference(var id, var name) when name == null -> NODES.stringNode(id.text());
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Entry entry -> tree(entry);
            case Reference whole -> object(whole);
            case Worksite whole -> object(whole);
            case Source whole -> object(whole);
            case Amount whole -> object(whole);
            default -> NODES.stringNode(value.toString());
        };
    }

    private static ObjectNode object(Record whole) {
        ObjectNode json = NODES.objectNode();
        for (Field field : Shape.of(whole.getClass()).fields()) {
            put(json, field.name(), field.of(whole));
        }
        return json;
    }
}
