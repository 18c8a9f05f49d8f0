package fr.jalon.web.request;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that cannot be read, or are too many or too long, a form's fields included: the server would tell
 * whoever asks first by an exception that repeats them, in the midst of an answer.
 */
public final class ReadableParameters extends OncePerRequestFilter {
    private final ProblemWriter problems;

    public ReadableParameters(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (areReadable(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(Problem.of(ProblemCode.BAD_REQUEST), request, response);
        }
    }

    private static boolean areReadable(HttpServletRequest request) {
        try {
            // No text in PostgreSQL has a NUL in it, and nobody means one.
            return request.getParameterMap().values().stream()
                    .flatMap(Arrays::stream)
                    .noneMatch(value -> value.indexOf('\0') >= 0);
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }
}
