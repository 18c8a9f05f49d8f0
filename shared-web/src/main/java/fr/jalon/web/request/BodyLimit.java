package fr.jalon.web.request;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large, at once where its length is announced, else as soon as it proves so. Streams of
 * lines pass: who reads them bounds each line.
 */
public final class BodyLimit extends OncePerRequestFilter {
    public static final int BYTES = 1 << 20;
    public static final String LINES = "application/x-ndjson";

    private final ProblemWriter problems;

    public BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isStreamOfLines(request.getContentType())) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > BYTES) {
            // What is still to come is not read: the connection ends with this answer.
            problems.write(tooLarge().header("Connection", "close"), request, response);
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    private static boolean isStreamOfLines(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(LINES);
    }

    private static Problem tooLarge() {
        return Problem.of(413, "too-large").detailed(BYTES);
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

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left = BYTES;

        BoundedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = body.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge().header("Connection", "close").asException();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
