package fr.jalon.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.json.EntrySchema;
import fr.jalon.events.json.Examples;
import fr.jalon.events.label.Labels;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of each type of entry, as the vocabulary makes it, with its labels for words and its golden file. */
final class EntrySchemas implements OpenApiCustomizer {
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String EXAMPLES = "#/components/examples/";
    private static final String ONE_ENTRY = "recordEntry";
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
        components.addSchemas("Entry", one(EntryType.all(), "An entry of any type; type tells which"));
        components.addSchemas(
                "Content", one(EntrySchema.correctable(), "What an entry about the world says; type tells which"));
        OF_AN_ADDRESS.forEach((name, form) -> components.addSchemas(name, model(withoutTarget(EntryType.of(form)))));
        sent().forEach(type -> components.addExamples(type.name(), example(type)));
        api.getPaths().values().stream()
                .map(PathItem::getPost)
                .filter(post -> post != null && ONE_ENTRY.equals(post.getOperationId()))
                .forEach(EntrySchemas::giveExamples);
    }

    private static Schema<?> one(List<EntryType> types, String meaning) {
        Schema<?> one = new JsonSchema();
        Discriminator byType = new Discriminator().propertyName("type");
        for (EntryType type : types) {
            one.addOneOfItem(new JsonSchema().$ref(COMPONENTS + type.name()));
            byType.mapping(type.name(), COMPONENTS + type.name());
        }
        return one.description(meaning).discriminator(byType);
    }

    /** As it is sent to a territory's address, which may give it an id. */
    private static Example example(EntryType type) {
        ObjectNode entry = (ObjectNode) Examples.json(type);
        entry.remove(List.of("entryId", "territory"));
        return new Example().summary(WORDS.of(type)).value(Json31.mapper().convertValue(tree(entry), Object.class));
    }

    private static void giveExamples(Operation recording) {
        recording
                .getRequestBody()
                .getContent()
                .values()
                .forEach(body -> sent().forEach(
                                type -> body.addExamples(type.name(), new Example().$ref(EXAMPLES + type.name()))));
    }

    /** The types that somebody sends: others the register records by itself. */
    private static Stream<EntryType> sent() {
        return EntryType.all().stream().filter(type -> !type.isKeeping());
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
        GeneratorForm.give(schema);
        describe(schema);
        mayHideAmount(schema);
        if (type.form() == RegisterEntry.EntryCorrected.class) {
            schema.withObject("properties")
                    .putObject("entry")
                    .put("$ref", COMPONENTS + "Content")
                    .put("description", WORDS.attribute("entry"));
        }
        return schema;
    }

    /** An amount may be known and not be for the reader; nobody sends that. */
    static void mayHideAmount(ObjectNode schema) {
        if (schema.path("properties").has("amount")) {
            schema.withObject("properties")
                    .putObject("amountHidden")
                    .put("type", "boolean")
                    .put("readOnly", true)
                    .put("description", "True in the place of an amount that is not for the reader");
        }
    }

    static void describe(JsonNode schema) {
        schema.path("properties")
                .propertyStream()
                .forEach(property ->
                        ((ObjectNode) property.getValue()).put("description", WORDS.attribute(property.getKey())));
        schema.forEach(EntrySchemas::describe);
    }

    static Schema<?> model(ObjectNode schema) {
        return Json31.mapper().convertValue(tree(schema), Schema.class);
    }

    /** The contract's library reads trees of its own kind. */
    private static com.fasterxml.jackson.databind.JsonNode tree(ObjectNode json) {
        try {
            return Json31.mapper().readTree(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Schema<?> copy(Schema<?> schema) {
        return Json31.mapper().convertValue(schema, Schema.class);
    }
}
