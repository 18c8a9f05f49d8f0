package fr.jalon.web.openapi;

import fr.jalon.events.json.EntrySchema;
import fr.jalon.events.label.Labels;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.register.FactShape;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.node.ObjectNode;

/** What a value holds by the kind of its subject, where the answer's form tells the kind; elsewhere one of them all. */
final class ValueSchemas implements OpenApiCustomizer {
    private static final Labels WORDS = Labels.in(Locale.ENGLISH);
    private static final String FACT = "Fact";
    private static final String VALUE = "Value";
    private static final String MOVED = "ValueOverDays";

    private static final List<String> OF_FACTS =
            List.of(FACT, "Announcement", "AgendaItem", "ValueOfCase", "AnnouncementOverDays", "KnownValue");

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        boolean hasFacts = components.getSchemas().containsKey(FACT);
        // The write side by itself answers with no fact, but with what an entry would move.
        boolean hasMoved = components.getSchemas().containsKey(MOVED);
        if (hasFacts || hasMoved) {
            values(components);
        }
        if (hasFacts) {
            facts(components);
        }
        if (hasMoved) {
            refer(schema(components, MOVED), moved(components));
        }
    }

    private static void values(Components components) {
        JsonSchema any = new JsonSchema();
        for (FactKind kind : FactKind.values()) {
            String value = "value-of-" + kind.code();
            components.addSchemas(value, EntrySchemas.model(value(kind)));
            any.addAnyOfItem(reference(value));
        }
        components.addSchemas(VALUE, any.description("What is told of a subject, whatever its kind"));
    }

    private static void facts(Components components) {
        OF_FACTS.forEach(name -> refer(schema(components, name), VALUE));
        Schema<?> fact = schema(components, FACT);
        JsonSchema byKind = new JsonSchema();
        for (FactKind kind : FactKind.values()) {
            String ofKind = "fact-of-" + kind.code();
            components.addSchemas(ofKind, of(kind, fact, "value-of-" + kind.code()));
            byKind.addProperty(kind.code(), list(ofKind).description(WORDS.of(kind)));
        }
        refer(schema(components, "Funding"), "value-of-" + FactKind.FUNDING.code());
        schema(components, "State")
                .addProperty(
                        "facts",
                        byKind.typesItem("object")
                                .description("What holds, by kind of subject, in the order of the vocabulary"));
    }

    /** A replay tells of names and of what is announced, too. */
    private static String moved(Components components) {
        components.addSchemas("value-of-name", texts("What something is called", "name", false));
        components.addSchemas(
                "value-of-outlook",
                texts("What an announcement says; open, as its type tells its other attributes", "type", true)
                        .addProperty("status", text("status")));
        Schema<?> any = new JsonSchema().description("What is told of a subject, a name or an announcement");
        Stream.of(VALUE, "value-of-name", "value-of-outlook").forEach(name -> any.addAnyOfItem(reference(name)));
        components.addSchemas("MovedValue", any);
        return "MovedValue";
    }

    private static Schema<?> texts(String meaning, String attribute, boolean open) {
        Schema<?> schema = new JsonSchema().addProperty(attribute, text(attribute));
        schema.setTypes(Set.of("object"));
        schema.setDescription(meaning);
        schema.addRequiredItem(attribute);
        schema.setAdditionalProperties(open);
        return schema;
    }

    private static Schema<?> text(String attribute) {
        return new JsonSchema().typesItem("string").description(WORDS.attribute(attribute));
    }

    private static ObjectNode value(FactKind kind) {
        ObjectNode schema = EntrySchema.ofTold(FactShape.announced(kind));
        EntrySchemas.describe(schema);
        EntrySchemas.mayHideAmount(schema);
        return schema.put("description", WORDS.of(kind));
    }

    private static Schema<?> of(FactKind kind, Schema<?> fact, String value) {
        JsonSchema copy = new JsonSchema();
        copy.typesItem("object").description(WORDS.of(kind));
        fact.getProperties().forEach((name, property) -> copy.addProperty(name, EntrySchemas.copy(property)));
        copy.setRequired(fact.getRequired());
        refer(copy, value);
        return copy;
    }

    /** Points the values of a schema at what they hold. */
    private static void refer(Schema<?> schema, String value) {
        Map<String, Schema<?>> properties = properties(schema);
        Schema<?> one = properties.get("value");
        if (one != null && (isAny(one) || one.get$ref() != null)) {
            schema.addProperty("value", reference(value).description(one.getDescription()));
        }
        Schema<?> several = properties.get("among");
        if (several != null) {
            several.setItems(reference(value));
        }
    }

    private static boolean isAny(Schema<?> property) {
        return Boolean.TRUE.equals(property.getAdditionalProperties());
    }

    private static Schema<?> list(String item) {
        Schema<?> list = new JsonSchema();
        list.setTypes(Set.of("array"));
        list.setItems(reference(item));
        return list;
    }

    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        Map<String, Schema<?>> properties = new HashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(properties::put);
        }
        return properties;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
    }

    private static Schema<?> schema(Components components, String name) {
        return Objects.requireNonNull(components.getSchemas().get(name));
    }
}
