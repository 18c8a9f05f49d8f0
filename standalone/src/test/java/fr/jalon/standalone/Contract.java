package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The contract as it is served: its operations, and whether what is answered is as its schemas say. */
final class Contract {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode contract;

    private Contract(JsonNode contract) {
        this.contract = contract;
    }

    static Contract of(Asking asking) {
        try {
            return new Contract(asking.get("/openapi.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** One call. */
    record Operation(String method, String path, JsonNode said) {
        static final List<String> DONE = List.of("200", "201", "202");

        String id() {
            return said.path("operationId").asString("");
        }

        List<JsonNode> parameters() {
            return said.path("parameters").valueStream().toList();
        }

        /** The codes of the problems it may answer with this status. */
        List<String> codes(int status) {
            return said.at("/responses/" + status
                            + "/content/application~1problem+json/schema/allOf/1/properties/code/enum")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
        }

        /** The forms that its answer may have. */
        List<String> forms() {
            return DONE.stream()
                    .flatMap(status -> said.path("responses").path(status).path("content").propertyNames().stream())
                    .toList();
        }

        /** What its answer is with this status, in this form. */
        JsonNode schema(int status, String form) {
            return said.path("responses")
                    .path(Integer.toString(status))
                    .path("content")
                    .path(form)
                    .path("schema");
        }

        @Override
        public String toString() {
            return id();
        }
    }

    List<Operation> operations() {
        return contract.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(call ->
                                new Operation(call.getKey().toUpperCase(Locale.ROOT), path.getKey(), call.getValue())))
                .toList();
    }

    /** The call that a request is of; none where no address or method is one's. */
    Optional<Operation> call(GoldenRequest request) {
        String path = request.path().split("\\?", 2)[0];
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return operations().stream()
                .filter(call ->
                        call.method().equals(method) && path.matches(call.path().replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst();
    }

    JsonNode schema(String name) {
        return contract.path("components").path("schemas").path(name);
    }

    /** What stands there as an example. */
    JsonNode example(String name) {
        return contract.path("components").path("examples").path(name).path("value");
    }

    /** All schemas, also those inside others, by where they stand. */
    Stream<String> withoutDescription() {
        return contract.at("/components/schemas")
                .propertyStream()
                .flatMap(schema -> withoutDescription(schema.getKey(), schema.getValue()));
    }

    private static Stream<String> withoutDescription(String place, JsonNode schema) {
        Stream<String> own = schema.path("properties")
                .propertyStream()
                .filter(property ->
                        property.getValue().path("description").asString("").isBlank())
                .map(property -> place + "/" + property.getKey());
        Stream<String> inside = schema.propertyStream()
                .flatMap(each -> withoutDescription(place + "/" + each.getKey(), each.getValue()));
        Stream<String> listed =
                schema.isArray() ? schema.valueStream().flatMap(each -> withoutDescription(place, each)) : Stream.of();
        return Stream.of(own, inside, listed).flatMap(each -> each);
    }

    /** Readers must let more pass than they know of; here nothing may come that the contract does not name. */
    void holds(String schema, JsonNode answer, String question) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        holds(named.put("$ref", "#/components/schemas/" + schema), answer, question);
    }

    void holds(JsonNode schema, JsonNode answer, String question) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        JsonNode components = contract.path("components").deepCopy();
        components.path("schemas").forEach(Contract::close);
        whole.set("components", components);
        assertThat(SCHEMAS.getSchema(whole.toString(), InputFormat.JSON).validate(answer.toString(), InputFormat.JSON))
                .as(question)
                .isEmpty();
    }

    private static void close(JsonNode schema) {
        if (schema.path("type").asString("").equals("object")
                && schema.has("properties")
                && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(Contract::close);
    }
}
