package fr.jalon.query.asked;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Documents what {@link AskedResolver} reads from a request, in the place of the argument that it gives. */
public final class AskedContract implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        List<Parameter> parameters =
                operation.getParameters() == null ? new ArrayList<>() : new ArrayList<>(operation.getParameters());
        int place = 0;
        for (MethodParameter argument : handler.getMethodParameters()) {
            List<Parameter> read = readFor(argument);
            parameters.addAll(place, read);
            place += isDeclared(argument) ? 1 : read.size();
        }
        if (!parameters.isEmpty()) {
            operation.setParameters(parameters);
        }
        return operation;
    }

    private static List<Parameter> readFor(MethodParameter argument) {
        Class<?> type = argument.getParameterType();
        if (type == AskedDay.class) {
            return List.of(day(argument.getParameterAnnotation(io.swagger.v3.oas.annotations.Parameter.class)));
        }
        if (type == AskedPlace.class) {
            return List.of(knownAt());
        }
        if (type == AskedOfAll.class) {
            return List.of(knownAt(), people(), seen());
        }
        return type == Asked.class ? List.of(knownAt(), minPosition(), people(), seen()) : List.of();
    }

    private static boolean isDeclared(MethodParameter argument) {
        io.swagger.v3.oas.annotations.Parameter described =
                argument.getParameterAnnotation(io.swagger.v3.oas.annotations.Parameter.class);
        return Stream.of(PathVariable.class, RequestParam.class, RequestHeader.class)
                        .anyMatch(argument::hasParameterAnnotation)
                && (described == null || !described.hidden());
    }

    private static Parameter day(io.swagger.v3.oas.annotations.@Nullable Parameter described) {
        return text(new QueryParameter(), AskedDay.AS_OF)
                .description(
                        described == null
                                ? "The day in the world: 2023-06-01. Today in Paris if left out"
                                : described.description())
                .example("2023-06-01");
    }

    private static Parameter knownAt() {
        return text(new QueryParameter(), Asked.KNOWN_AT)
                .description(
                        "Up to when the register is read, inclusive: an instant (RFC 3339), the end of a day in Paris,"
                                + " or, on one territory, a position. All that is recorded if left out")
                .example("2023-02-22T09:00:00Z");
    }

    private static Parameter minPosition() {
        return text(new QueryParameter(), Asked.MIN_POSITION)
                .description("Wait until the register can be read up to this position, as a write answered it")
                .example(12)
                .schema(new JsonSchema().typesItem("integer").format("int64").minimum(BigDecimal.ONE));
    }

    private static Parameter people() {
        JsonSchema ids = new JsonSchema();
        ids.typesItem("string").setConst(NamesShown.IDS);
        return new QueryParameter()
                .name(NamesShown.PEOPLE)
                .required(false)
                .description(
                        "ids: persons by their ids alone, the form that permanent links have. With the names that the"
                                + " reader may see if left out")
                .example(NamesShown.IDS)
                .schema(ids);
    }

    private static Parameter seen() {
        return text(new HeaderParameter(), HttpHeaders.IF_NONE_MATCH)
                .description("The ETag of the answer that the reader has: 304 where it is still the same")
                .example("\"12\"");
    }

    private static Parameter text(Parameter parameter, String name) {
        return parameter.name(name).required(false).schema(new JsonSchema().typesItem("string"));
    }
}
