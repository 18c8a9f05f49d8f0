package fr.jalon.standalone.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what another site's page sends: browsers say so of each request, beside the token that our forms carry. */
final class OwnPagesOnly extends OncePerRequestFilter {
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final AccessDeniedHandler refuse;

    OwnPagesOnly(AccessDeniedHandler refuse) {
        this.refuse = refuse;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (HARMLESS.contains(request.getMethod()) || site == null || !OTHERS.contains(site)) {
            chain.doFilter(request, response);
        } else {
            refuse.handle(request, response, new AccessDeniedException("Sent by the page of another site"));
        }
    }
}
