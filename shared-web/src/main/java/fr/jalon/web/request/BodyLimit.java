package fr.jalon.web.request;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large, at once where its length is announced, else as soon as it proves so. Lines and
 * tables pass: who reads them bounds each line, each row, each workbook.
 */
public final class BodyLimit extends OncePerRequestFilter {
    public static final int BYTES = 1 << 20;
    public static final int WORKBOOK_BYTES = 16 << 20;
    public static final String LINES = "application/x-ndjson";
    public static final String CSV = "text/csv";
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet";
    private static final Set<String> BOUNDED_BY_THEIR_READER = Set.of(LINES, CSV, WORKBOOK, OPEN_DOCUMENT);

    private final ProblemWriter problems;

    public BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isBoundedByItsReader(request.getContentType())) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > BYTES) {
            problems.write(tooLarge(BYTES), request, response);
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    private static boolean isBoundedByItsReader(@Nullable String contentType) {
        return contentType != null
                && BOUNDED_BY_THEIR_READER.contains(
                        contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /**
     * 413: a body has more than so many bytes. What is still to come is not read: the connection ends with this answer.
     */
    public static Problem tooLarge(int bytes) {
        return Problem.of(ProblemCode.TOO_LARGE).detailed(bytes).header("Connection", "close");
    }

    private static final class Bounded extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream stream;

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new BoundedStream(super.getInputStream());
            }
            return stream;
        }
    }

    private static final class BoundedStream extends WatchedInput {
        private long left = BYTES;

        BoundedStream(ServletInputStream body) {
            super(body);
        }

        @Override
        void arrived(int bytes, long nanos) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge(BYTES).asException();
            }
        }
    }
}
