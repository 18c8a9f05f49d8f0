package fr.jalon.events.json;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.Organisation;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.Thing;
import fr.jalon.events.entry.Worksite;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entries as JSON: the contract's form, the stored form and the golden files are this one. */
public final class EntryJson {
    /** What a name begins with that is recorded sealed. */
    public static final String SEALED_NAME = "jalon-person:";

    /** What a free text begins with that is recorded sealed. */
    public static final String SEALED_TEXT = "jalon-text:";

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

    /** Whether a text holds what is recorded in the place of a name or a text; nobody may propose one that does. */
    public static boolean isSealed(String text) {
        return text.contains(SEALED_NAME) || text.contains(SEALED_TEXT);
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
            put(json, field, header);
            if (field.name().equals("territory")) {
                json.put("type", EntryType.of(entry).name());
            } else if (field.name().equals("status")) {
                Shape.of(entry.getClass()).fields().forEach(own -> put(json, own, (Record) entry));
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
            case Thing thing ->
                object(Shape.of(thing.getClass()), (Record) thing).without("name");
            case List<?> list -> array(list, EntryJson::nameless);
            case Object other -> node(Shape.form(other.getClass()), other);
        };
    }

    private static void put(ObjectNode json, Field field, Record owner) {
        Object value = field.of(owner);
        if (value != null && !List.of().equals(value)) {
            json.set(field.name(), node(field.form(), value));
        }
    }

    private static JsonNode node(Form form, Object value) {
        return switch (form) {
            case Form.Text ignored -> NODES.stringNode(value.toString());
            case Form.Count ignored -> NODES.numberNode((Integer) value);
            case Form.Flag ignored -> NODES.booleanNode((Boolean) value);
            case Form.Choice ignored -> NODES.stringNode(((Code) value).code());
            case Form.Named ignored -> thing((Thing) value);
            case Form.Many(Form item) -> array((List<?>) value, each -> node(item, each));
            case Form.Nested(Shape shape) -> object(shape, (Record) value);
            case Form.Content ignored -> tree((Entry) value);
        };
    }

    /** A bare id where no more is told, but for a worksite, which was always written as an object. */
    private static JsonNode thing(Thing thing) {
        return switch (thing) {
            case Reference(var id, var name) when name == null -> NODES.stringNode(id.text());
            case Organisation(var id, var name) when name == null -> NODES.stringNode(id.text());
            case Reference named -> object(Shape.of(Reference.class), named);
            case Organisation named -> object(Shape.of(Organisation.class), named);
            case Worksite worksite -> object(Shape.of(Worksite.class), worksite);
        };
    }

    private static ArrayNode array(List<?> list, Function<Object, JsonNode> node) {
        ArrayNode array = NODES.arrayNode();
        list.forEach(item -> array.add(node.apply(item)));
        return array;
    }

    private static ObjectNode object(Shape shape, Record whole) {
        ObjectNode json = NODES.objectNode();
        shape.fields().forEach(field -> put(json, field, whole));
        return json;
    }
}
