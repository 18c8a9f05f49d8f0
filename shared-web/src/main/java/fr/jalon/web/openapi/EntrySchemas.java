package fr.jalon.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.json.EntrySchema;
import fr.jalon.events.label.Labels;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of each type of entry, as the vocabulary makes it, with its labels for words. */
final class EntrySchemas implements OpenApiCustomizer {
    private static final String COMPONENTS = "#/components/schemas/";
    private static final Labels WORDS = Labels.in(Locale.ENGLISH);

    /** What is sent where the address tells the type and the target. */
    private static final Map<String, Class<? extends RegisterEntry>> OF_AN_ADDRESS = Map.of(
            "Correction", RegisterEntry.EntryCorrected.class,
            "Retraction", RegisterEntry.EntryRetracted.class,
            "Contest", RegisterEntry.EntryContested.class);

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        EntryType.all().forEach(type -> components.addSchemas(type.name(), model(schema(type))));
        components.addSchemas("Entry", any());
        OF_AN_ADDRESS.forEach((name, form) -> components.addSchemas(name, model(withoutTarget(EntryType.of(form)))));
    }

    private static Schema<?> any() {
        Schema<?> any = new JsonSchema();
        EntryType.all().forEach(type -> any.addAnyOfItem(new JsonSchema().$ref(COMPONENTS + type.name())));
        return any.description("An entry of any type; type tells which")
                .discriminator(new Discriminator().propertyName("type"));
    }

    private static ObjectNode withoutTarget(EntryType type) {
        ObjectNode schema = schema(type);
        List<String> told = List.of("type", "target");
        schema.withObject("properties").remove(told);
        ArrayNode required = schema.withArray("required");
        required.removeIf(name -> told.contains(name.asString("")));
        if (type.form() == RegisterEntry.EntryCorrected.class) {
            required.removeIf(name -> name.asString("").equals("kind"));
        }
        return schema;
    }

    private static ObjectNode schema(EntryType type) {
        ObjectNode schema = EntrySchema.of(type);
        schema.remove(List.of("$schema", "$defs"));
        schema.put("description", WORDS.of(type));
        describe(schema);
        return schema;
    }

    static void describe(JsonNode schema) {
        schema.path("properties")
                .propertyStream()
                .forEach(property ->
                        ((ObjectNode) property.getValue()).put("description", WORDS.attribute(property.getKey())));
        schema.forEach(EntrySchemas::describe);
    }

    static Schema<?> model(ObjectNode schema) {
        try {
            return Json31.mapper().readValue(schema.toString().replace("\"#/$defs/", "\"" + COMPONENTS), Schema.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Schema<?> copy(Schema<?> schema) {
        return Json31.mapper().convertValue(schema, Schema.class);
    }
}
