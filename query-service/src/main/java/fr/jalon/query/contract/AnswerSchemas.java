package fr.jalon.query.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.web.method.HandlerMethod;

/** Says of each question which record its answer is: controllers return the bytes of it, as digests are of them. */
public final class AnswerSchemas implements GlobalOperationComponentsCustomizer {
    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        AnswersJson answer = method.getMethodAnnotation(AnswersJson.class);
        if (answer != null) {
            Schema<?> schema = SpringDocAnnotationsUtils.extractSchema(
                    components, answer.value(), null, new Annotation[0], SpecVersion.V31);
            Objects.requireNonNull(operation.getResponses().get("200"))
                    .getContent()
                    .values()
                    .forEach(content -> content.setSchema(schema));
        }
        return operation;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return operation;
    }
}
