package fr.jalon.query.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a question with a parameter that it does not have, or has twice: it would get the answer to another one. */
final class KnownParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackage() == KnownParameters.class.getPackage()) {
            Set<String> known = names(method);
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name)) {
                    throw QueryProblems.unknownParameter(name, known).asException();
                }
                if (values.length > 1) {
                    throw QueryProblems.repeatedParameter(name).asException();
                }
            });
        }
        return true;
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }
}
