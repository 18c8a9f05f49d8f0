package fr.jalon.events.json;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.Slug;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of each type of entry, made from the {@link Shape} that the reader itself follows. */
public final class EntrySchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EntrySchema() {}

    /** The schema of a type, as it is sent: the id and the territory may be left out where the address says them. */
    public static ObjectNode of(EntryType type) {
        ObjectNode schema = object(type);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.name());
        if (type.form() == RegisterEntry.EntryCorrected.class) {
            ObjectNode contents = schema.putObject("$defs");
            correctable().forEach(content -> contents.set(content.name(), object(content)));
        }
        return schema;
    }

    /** The schema of what a fact tells by these fields: any may be missing, none is null, a thing is an object. */
    public static ObjectNode ofTold(List<Field> fields) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        fields.forEach(field -> properties.set(field.name(), told(field.form())));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode told(Form form) {
        return switch (form) {
            case Form.Named thing -> told(thing.shape());
            case Form.Nested(Shape shape) -> told(shape);
            case Form.Many(Form item) -> many(told(item));
            case Form.Text text -> text(text);
            case Form.Count count -> form(count);
            case Form.Flag flag -> form(flag);
            case Form.Choice choice -> form(choice);
            case Form.Content ignored -> throw new IllegalArgumentException("A fact is no entry");
        };
    }

    private static ObjectNode told(Shape shape) {
        ObjectNode schema = ofTold(shape.fields());
        require(schema.putArray("required"), shape.fields());
        return schema;
    }

    private static ObjectNode object(EntryType type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("const", type.name());
        add(properties, Shape.of(Header.class).fields());
        add(properties, Shape.of(type.form()).fields());
        ArrayNode required = schema.putArray("required").add("type");
        if (isDated(type.form())) {
            required.add("effective");
        }
        require(required, Shape.of(type.form()).fields());
        requireOne(schema, Shape.of(type.form()).alternatives());
        schema.put("additionalProperties", false);
        return schema;
    }

    private static void requireOne(ObjectNode schema, List<Field> alternatives) {
        if (!alternatives.isEmpty()) {
            ArrayNode any = schema.putArray("anyOf");
            for (Field field : alternatives) {
                ObjectNode said = any.addObject();
                said.putArray("required").add(field.name());
                said.putObject("properties")
                        .putObject(field.name())
                        .putObject("not")
                        .put("type", "null");
            }
        }
    }

    public static boolean isDated(Class<? extends Entry> form) {
        return !RegisterEntry.class.isAssignableFrom(form) || form == RegisterEntry.AnnouncementAbandoned.class;
    }

    private static void add(ObjectNode properties, List<Field> fields) {
        fields.forEach(field -> properties.set(field.name(), orNull(form(field.form()), field)));
    }

    /** Null is as good as absent, where absent is good. */
    private static ObjectNode orNull(ObjectNode schema, Field field) {
        if (!field.required()) {
            ArrayNode types = NODES.arrayNode();
            JsonNode type = schema.path("type");
            if (type.isArray()) {
                type.forEach(types::add);
            } else {
                types.add(type);
            }
            schema.set("type", types.add("null"));
            if (schema.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
        return schema;
    }

    private static void require(ArrayNode required, List<Field> fields) {
        fields.stream().filter(Field::required).forEach(field -> required.add(field.name()));
    }

    private static ObjectNode form(Form form) {
        return switch (form) {
            case Form.Text text -> text(text);
            case Form.Count ignored ->
                NODES.objectNode().put("type", "integer").put("minimum", 1).put("maximum", EntryReader.MAX_COUNT);
            case Form.Flag ignored -> NODES.objectNode().put("type", "boolean");
            case Form.Choice choice -> {
                ObjectNode schema = NODES.objectNode().put("type", "string");
                ArrayNode values = schema.putArray("enum");
                choice.values().keySet().forEach(values::add);
                yield schema;
            }
            case Form.Named thing -> named(thing.shape());
            case Form.Many(Form item) -> many(form(item));
            case Form.Nested(Shape shape) -> nested(shape);
            case Form.Content ignored -> {
                ObjectNode content = NODES.objectNode();
                ArrayNode any = content.putArray("anyOf");
                correctable().forEach(type -> any.addObject().put("$ref", "#/$defs/" + type.name()));
                yield content;
            }
        };
    }

    private static ObjectNode many(ObjectNode item) {
        ObjectNode schema = NODES.objectNode().put("type", "array").put("maxItems", EntryReader.MAX_ITEMS);
        schema.set("items", item);
        return schema;
    }

    /** The types whose content a correction may give. */
    public static List<EntryType> correctable() {
        return EntryType.all().stream()
                .filter(type -> !type.isAboutTheRegister())
                .toList();
    }

    private static ObjectNode text(Form.Text text) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        return switch (text.faultCode()) {
            case INVALID_TEXT -> schema.put("maxLength", EntryReader.MAX_TEXT).put("pattern", "\\S");
            case INVALID_SLUG -> schema.put("maxLength", Slug.MAX_LENGTH).put("pattern", whole(Slug.PATTERN));
            default ->
                text.schemaKey().equals("pattern")
                        ? schema.put("pattern", whole(text.schemaValue()))
                        : schema.put(text.schemaKey(), text.schemaValue());
        };
    }

    private static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    /** A thing is its bare id, or an object with it: one schema of two types, which generators of programs read. */
    private static ObjectNode named(Shape shape) {
        ObjectNode schema = text(Shape.text(Slug.class));
        schema.setAll(nested(shape));
        schema.putArray("type").add("string").add("object");
        return schema;
    }

    private static ObjectNode nested(Shape shape) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        add(schema.putObject("properties"), shape.fields());
        require(schema.putArray("required"), shape.fields());
        return schema.put("additionalProperties", false);
    }
}
