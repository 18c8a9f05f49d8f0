package fr.jalon.web.openapi;

import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemDocument;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Documents the problems of a call, status by status with the codes: those any may meet, and those it names. */
final class ProblemResponses implements GlobalOperationComponentsCustomizer {
    private static final Map<Integer, String> SENTENCES = Map.ofEntries(
            Map.entry(400, "It cannot be understood"),
            Map.entry(401, "Signing in is needed"),
            Map.entry(403, "This account may not do this"),
            Map.entry(404, "There is no such thing"),
            Map.entry(406, "None of the forms asked for exists"),
            Map.entry(408, "What was sent took too long to arrive"),
            Map.entry(409, "It clashes with what is there"),
            Map.entry(412, "The register went on since its position in If-Match"),
            Map.entry(413, "What was sent is too large"),
            Map.entry(414, "The address is too long"),
            Map.entry(415, "This type of content is not taken"),
            Map.entry(422, "It is understood and cannot be done; code and errors say why"),
            Map.entry(429, "Too much at once or too many wrong passwords; Retry-After says when to try again"),
            Map.entry(431, "The headers are too large"),
            Map.entry(500, "An internal error"),
            Map.entry(503, "Not available at the moment; Retry-After says when to try again"));

    private static final Set<ProblemCode> OF_ANY = EnumSet.of(
            ProblemCode.BAD_REQUEST,
            ProblemCode.UNKNOWN_PARAMETER,
            ProblemCode.REPEATED_PARAMETER,
            ProblemCode.INVALID_PARAMETER,
            ProblemCode.NOT_SIGNED_IN,
            ProblemCode.SECOND_FACTOR_NEEDED,
            ProblemCode.FORBIDDEN,
            ProblemCode.NOT_FOUND,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.ADDRESS_TOO_LONG,
            ProblemCode.TOO_MANY_ATTEMPTS,
            ProblemCode.TOO_MANY_AT_ONCE,
            ProblemCode.HEADERS_TOO_LARGE,
            ProblemCode.INTERNAL_ERROR,
            ProblemCode.UNAVAILABLE);
    private static final Set<ProblemCode> OF_BODIES =
            EnumSet.of(ProblemCode.TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE, ProblemCode.REQUEST_TIMEOUT);

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        Schema<?> problem = problem(components);
        codes(operation, method)
                .forEach((status, codes) -> operation
                        .getResponses()
                        .computeIfAbsent(
                                status.toString(), none -> new ApiResponse().description(SENTENCES.get(status)))
                        .content(content(problem, codes)));
        return operation;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return operation;
    }

    private static Map<Integer, List<ProblemCode>> codes(Operation operation, HandlerMethod method) {
        Stream<ProblemCode> named = Stream.of(method.getMethod(), method.getBeanType())
                .flatMap(place -> AnnotatedElementUtils.findAllMergedAnnotations(place, MayAnswer.class).stream())
                .map(MayAnswer::value)
                .flatMap(Stream::of);
        return Stream.of(
                        OF_ANY.stream(),
                        operation.getRequestBody() == null ? Stream.<ProblemCode>empty() : OF_BODIES.stream(),
                        named)
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
    }

    private static Schema<?> problem(Components components) {
        return SpringDocAnnotationsUtils.extractSchema(
                components, ProblemDocument.class, null, new Annotation[0], SpecVersion.V31);
    }

    /** A problem document whose code is one of these. */
    private static Content content(Schema<?> problem, Collection<ProblemCode> codes) {
        JsonSchema code = new JsonSchema();
        code.typesItem("string").description("Stable; what a program acts on");
        code.setEnum(codes.stream().map(each -> (Object) each.code()).toList());
        Schema<?> narrowed = new JsonSchema().addProperty("code", code);
        Schema<?> both = new JsonSchema().allOf(List.of(problem, narrowed));
        return new Content().addMediaType(ProblemDocument.MEDIA_TYPE, new MediaType().schema(both));
    }
}
