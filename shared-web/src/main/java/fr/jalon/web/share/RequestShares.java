package fr.jalon.web.share;

import fr.jalon.web.account.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How many requests of one account are under way at once: whatever a program of one account does, the others are
 * answered.
 */
final class RequestShares implements HandlerInterceptor {
    private static final String HELD = RequestShares.class.getName();

    private final Shares shares;

    RequestShares(Shares shares) {
        this.shares = shares;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Principal principal = request.getUserPrincipal();
        if (principal instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof Actor actor
                && request.getAttribute(HELD) == null
                && !(handler instanceof HandlerMethod method && method.hasMethodAnnotation(HasOwnShare.class))) {
            request.setAttribute(HELD, shares.take(actor));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(HELD) != null) {
            Shares.Held held = (Shares.Held) Objects.requireNonNull(request.getAttribute(HELD));
            request.removeAttribute(HELD);
            held.close();
        }
    }
}
