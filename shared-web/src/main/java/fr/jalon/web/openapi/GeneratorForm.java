package fr.jalon.web.openapi;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema of the vocabulary in the form that generators of programs read, and that says the same: they make types of
 * what stands in {@code oneOf}, where one of several is meant, and of {@code anyOf}, where none is.
 */
final class GeneratorForm {
    private static final List<String> OF_TEXT = List.of("maxLength", "pattern");
    private static final List<String> OF_OBJECTS = List.of("properties", "required", "additionalProperties");

    private GeneratorForm() {}

    /** Changes it in place. */
    static void give(ObjectNode schema) {
        schema.withObject("properties").withObject("type").put("type", "string");
        if (schema.remove("anyOf") instanceof ArrayNode alternatives) {
            askForOne(schema, alternatives);
        }
        split(schema);
    }

    /** Of two fields the second where the first is not said. */
    private static void askForOne(ObjectNode schema, ArrayNode alternatives) {
        if (alternatives.size() != 2) {
            throw new IllegalStateException("One of these, which are not two: " + alternatives);
        }
        String first = alternatives.at("/0/required/0").stringValue();
        schema.putObject("if").putObject("properties").putObject(first).put("type", "null");
        schema.set("then", alternatives.get(1));
    }

    /** A thing is its bare id, or an object with it. */
    private static void split(JsonNode schema) {
        if (schema instanceof ObjectNode thing && types(thing).containsAll(List.of("string", "object"))) {
            ArrayNode one = thing.putArray("oneOf");
            move(thing, OF_TEXT, one.addObject().put("type", "string"));
            move(thing, OF_OBJECTS, one.addObject().put("type", "object"));
            if (types(thing).contains("null")) {
                one.addObject().put("type", "null");
            }
            thing.remove("type");
        }
        schema.forEach(GeneratorForm::split);
    }

    private static List<String> types(ObjectNode schema) {
        return StreamSupport.stream(schema.path("type").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static void move(ObjectNode from, List<String> names, ObjectNode to) {
        names.stream().filter(from::has).forEach(name -> to.set(name, from.remove(name)));
    }
}
