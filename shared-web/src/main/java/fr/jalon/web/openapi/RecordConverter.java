package fr.jalon.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Entry;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the types of an answer say of its JSON: which fields are always there, which may be null, which codes and which
 * alternatives there are.
 */
final class RecordConverter implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> form = Json31.mapper().constructType(type.getType()).getRawClass();
        if (form == Entry.class) {
            return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + "Entry");
        }
        if (JsonNode.class.isAssignableFrom(form)) {
            return new JsonSchema().typesItem("object").additionalProperties(true);
        }
        if (form.isEnum() && Code.class.isAssignableFrom(form)) {
            return codes(form);
        }
        if (form.isSealed() && form.isInterface()) {
            return alternatives(form, context);
        }
        Schema<?> resolved = others.next().resolve(type, context, others);
        if (form.isRecord()) {
            context.getDefinedModels().values().stream()
                    .filter(model -> isOf(model, form))
                    .forEach(model -> complete(model, form));
        }
        return resolved;
    }

    private static Schema<?> alternatives(Class<?> form, ModelConverterContext context) {
        var words = form.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        Schema<?> model = new JsonSchema().description(words == null ? null : words.description());
        for (Class<?> one : form.getPermittedSubclasses()) {
            model.addAnyOfItem(context.resolve(new AnnotatedType(one).resolveAsRef(true)));
        }
        context.defineModel(name(form), model);
        return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name(form));
    }

    private static Schema<?> codes(Class<?> form) {
        JsonSchema schema = new JsonSchema();
        schema.typesItem("string");
        schema.setEnum(Stream.of(form.getEnumConstants())
                .map(each -> (Object) ((Code) each).code())
                .toList());
        return schema;
    }

    private static boolean isOf(Schema<?> model, Class<?> form) {
        Map<String, ?> properties = model.getProperties();
        return properties != null
                && Objects.equals(model.getName(), name(form))
                && properties.size() == form.getRecordComponents().length;
    }

    private static String name(Class<?> form) {
        var declared = form.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return declared == null || declared.name().isEmpty() ? form.getSimpleName() : declared.name();
    }

    private static void complete(Schema<?> model, Class<?> form) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : form.getRecordComponents()) {
            Schema<?> property = Objects.requireNonNull(model.getProperties().get(component.getName()));
            describe(property, component.getAccessor());
            boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean isLeftOut = mayBeNull
                    ? leavesOut(Include.NON_NULL, form) || leavesOut(Include.NON_NULL, component.getAccessor())
                    : leavesOut(Include.NON_EMPTY, component.getAccessor());
            if (!isLeftOut) {
                required.add(component.getName());
                if (mayBeNull) {
                    orNull(property);
                }
            }
        }
        model.setRequired(required);
    }

    /** Of types that are made here and not by Swagger, the words are still to be added. */
    private static void describe(Schema<?> property, AnnotatedElement component) {
        var words = component.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (words != null && property.getDescription() == null) {
            property.setDescription(words.description());
        }
        if (words != null && !words.ref().isEmpty()) {
            property.setTypes(null);
            property.setAdditionalProperties(null);
            property.set$ref(words.ref());
        }
    }

    private static boolean leavesOut(Include what, AnnotatedElement place) {
        JsonInclude include = place.getAnnotation(JsonInclude.class);
        return include != null && include.value() == what;
    }

    private static void orNull(Schema<?> property) {
        String other = property.get$ref();
        if (other != null) {
            property.set$ref(null);
            property.addOneOfItem(new JsonSchema().$ref(other));
            property.addOneOfItem(new JsonSchema().typesItem(NULL));
            return;
        }
        if (property.getTypes() == null) {
            // It may be anything, and so null.
            return;
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add(NULL);
        property.setTypes(types);
        if (property.getEnum() != null) {
            orNullAmong(property);
        }
    }

    private static <T> void orNullAmong(Schema<T> property) {
        List<T> values = new ArrayList<>(property.getEnum());
        values.add(null);
        property.setEnum(values);
    }
}
