package fr.jalon.web.policy;

import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request through to an operation whose right its sender has; 403 before anything else is looked at. */
final class RequiredRights implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs != null && !isAllowed(needs, request)) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
        return true;
    }

    private static boolean isAllowed(Needs needs, HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof Actor actor
                && actor.may(needs.value(), inAddress(request, "territory"), inAddress(request, "organisation"));
    }

    private static @Nullable String inAddress(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }
}
