package fr.jalon.web.request;

import fr.jalon.web.problem.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a call with a parameter that it does not have, or has twice, before any of it is done: a question would get
 * the answer to another one, and a misspelt dry run would be recorded.
 */
final class KnownParameters implements HandlerInterceptor {
    private static final String OURS = "fr.jalon.";
    /** What a page's form carries beside what people type. */
    private static final String FORM_TOKEN = "_csrf";

    /** Of each method that answers calls: there are some hundred. */
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && request.getDispatcherType() != DispatcherType.ERROR) {
            Set<String> ofCall = known.computeIfAbsent(method.getMethod(), first -> names(method));
            request.getParameterMap().forEach((name, values) -> {
                if (!ofCall.contains(name)) {
                    throw Problems.unknownParameter(name, ofCall).asException();
                }
                if (values.length > 1) {
                    throw Problems.repeatedParameter(name).asException();
                }
            });
        }
        return true;
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(KnownParameters::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            return Stream.of(parameter.getParameter().getName());
        }
        if (CsrfToken.class.isAssignableFrom(parameter.getParameterType())) {
            return Stream.of(FORM_TOKEN);
        }
        FromParameters from = parameter.getParameterType().getAnnotation(FromParameters.class);
        return from == null ? Stream.of() : Arrays.stream(from.value());
    }
}
