package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.upkeep.KeepingCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console asks what the contract has, and reads what the contract says is answered. */
class ConsoleContractTest {
    private static final JsonNode CONTRACT = contract();

    /** What may stand in an address where several calls have one method. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "{remark}", List.of("correction", "retraction", "contest"),
            "{what}", List.of("role", "password"),
            "{door}", List.of("enable", "disable"));

    private static JsonNode contract() {
        try {
            String golden = Files.readString(Path.of("src/test/resources/answers/vocabulary/contract.txt"));
            return JsonMapper.shared().readTree(golden.substring(golden.indexOf("\n\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> calls() {
        return Stream.of(RegisterCalls.class, KeepingCalls.class)
                .flatMap(calls -> Arrays.stream(calls.getMethods()))
                .flatMap(method -> paths(method).map(path -> Arguments.of(path, method)));
    }

    private static Stream<String> paths(Method method) {
        String path = Objects.requireNonNull(address(method).getPath());
        return CHOICES.entrySet().stream()
                .filter(choice -> path.contains(choice.getKey()))
                .findFirst()
                .map(choice -> choice.getValue().stream().map(each -> path.replace(choice.getKey(), each)))
                .orElse(Stream.of(path));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void the_contract_has_the_call_with_its_parameters(String path, Method method) {
        JsonNode operation = operation(path, method);
        List<String> offered = operation
                .path("parameters")
                .valueStream()
                .map(each -> each.path("name").asString(""))
                .toList();
        Stream<String> given = Arrays.stream(method.getParameters())
                .filter(each ->
                        each.isAnnotationPresent(RequestParam.class) || each.isAnnotationPresent(PathVariable.class))
                .map(Parameter::getName);
        List<String> asked = Stream.concat(given, address(method).getQueryParams().keySet().stream())
                .filter(name -> !CHOICES.containsKey("{" + name + "}"))
                .toList();
        assertThat(offered).containsAll(asked);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void the_contract_has_every_field_that_is_read(String path, Method method) {
        JsonNode schema = operation(path, method)
                .path("responses")
                .propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .path("content")
                .path("application/json")
                .path("schema");
        Set<String> unknown = new HashSet<>();
        collectUnknown(method.getGenericReturnType(), schema, "", unknown);
        assertThat(unknown).isEmpty();
    }

    private static HttpExchange exchange(Method method) {
        return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class));
    }

    private static UriComponents address(Method method) {
        return UriComponentsBuilder.fromUriString(exchange(method).url()).build();
    }

    private static JsonNode operation(String path, Method method) {
        JsonNode operation = CONTRACT.path("paths")
                .path("/api/v1" + path)
                .path(exchange(method).method().toLowerCase(Locale.ROOT));
        assertThat(operation.isObject()).as("%s in the contract", path).isTrue();
        return operation;
    }

    private static void collectUnknown(Type type, JsonNode schema, String place, Set<String> unknown) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            JsonNode each = resolved(schema);
            boolean isWhole = generic.getRawType() == ResponseEntity.class;
            collectUnknown(inner, isWhole ? each : inside(each), place, unknown);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            JsonNode properties = resolved(schema).path("properties");
            for (RecordComponent field : record.getRecordComponents()) {
                String here = place + "/" + field.getName();
                if (properties.has(field.getName())) {
                    collectUnknown(field.getGenericType(), properties.path(field.getName()), here, unknown);
                } else {
                    unknown.add(here);
                }
            }
        }
    }

    /** What a list has, or an object whose names are those of the vocabulary. */
    private static JsonNode inside(JsonNode schema) {
        if (schema.has("items")) {
            return schema.path("items");
        }
        JsonNode others = schema.path("additionalProperties");
        JsonNode named = schema.path("properties");
        return others.isObject()
                ? others
                : named.isEmpty() ? schema : named.valueStream().findFirst().orElseThrow();
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        if (ref.isString()) {
            String name = ref.stringValue().substring("#/components/schemas/".length());
            return resolved(CONTRACT.path("components").path("schemas").path(name));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode each : schema.path(choice)) {
                if (!each.path("type").asString("").equals("null")) {
                    return resolved(each);
                }
            }
        }
        return schema;
    }
}
