package fr.jalon.standalone.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that has lasted for long, however much it is used. */
final class SessionEnd extends OncePerRequestFilter {
    static final Duration LONGEST = Duration.ofHours(12);

    private final InstantSource clock;

    SessionEnd(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && clock.instant()
                        .isAfter(Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
