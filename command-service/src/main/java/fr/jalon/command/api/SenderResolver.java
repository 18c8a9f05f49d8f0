package fr.jalon.command.api;

import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.recording.EntryCalls;
import fr.jalon.web.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Sender} of a request. */
public final class SenderResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sender.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Authentication signedIn = (Authentication) Objects.requireNonNull(request.getUserPrincipal());
        return new Sender(
                (Actor) Objects.requireNonNull(signedIn.getPrincipal()),
                RequestId.of(request),
                dryRun(request.getParameter(EntryCalls.DRY_RUN)),
                IfMatch.position(Collections.list(request.getHeaders(EntryCalls.IF_MATCH))));
    }

    private static boolean dryRun(@Nullable String given) {
        return switch (given) {
            case null -> false;
            case "false" -> false;
            case "true", "" -> true;
            default ->
                throw ParameterForm.TRUE_OR_FALSE.missedBy(EntryCalls.DRY_RUN).asException();
        };
    }
}
