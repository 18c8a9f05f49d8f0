package fr.jalon.console.signin;

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
public final class LongestSession extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(12);

    private final InstantSource clock;

    public LongestSession(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether it has lasted for too long. */
    public static boolean isOver(HttpSession session, InstantSource clock) {
        Instant end = Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST);
        return !clock.instant().isBefore(end);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isOver(session, clock)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
