package fr.jalon.web.request;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The slowest that a body may arrive and an answer be taken in. Only the time that this end waits for the other counts,
 * so whoever is kept waiting by the register is never too slow; and each byte earns time, so a slow line is no reason,
 * only a connection that is held open for its own sake.
 */
final class Pace extends OncePerRequestFilter {
    private final Duration grace;
    private final int bytesPerSecond;

    Pace(Duration grace, int bytesPerSecond) {
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new PacedRequest(request), new PacedResponse(response));
    }

    /** One direction of one request. */
    private final class Meter {
        private long left = grace.toNanos();

        boolean isTooSlow(int bytes, long nanos) {
            left += Duration.ofSeconds(bytes).dividedBy(bytesPerSecond).toNanos() - nanos;
            left = Math.min(left, grace.toNanos());
            return left < 0;
        }
    }

    private ProblemException tooSlow() {
        return Problem.of(ProblemCode.REQUEST_TIMEOUT)
                .detailed(bytesPerSecond)
                .header("Connection", "close")
                .asException();
    }

    private final class PacedRequest extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream stream;

        PacedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new PacedInput(super.getInputStream());
            }
            return stream;
        }
    }

    private final class PacedInput extends WatchedInput {
        private final Meter meter = new Meter();

        PacedInput(ServletInputStream body) {
            super(body);
        }

        @Override
        void arrived(int bytes, long nanos) {
            if (meter.isTooSlow(bytes, nanos)) {
                throw tooSlow();
            }
        }
    }

    private final class PacedResponse extends HttpServletResponseWrapper {
        private @Nullable ServletOutputStream stream;

        PacedResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream == null) {
                stream = new PacedOutput(super.getOutputStream());
            }
            return stream;
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private final class PacedOutput extends ServletOutputStream {
        private final ServletOutputStream answer;
        private final Meter meter = new Meter();

        PacedOutput(ServletOutputStream answer) {
            this.answer = answer;
        }

        @Override
        public void write(int one) throws IOException {
            timed(1, () -> answer.write(one));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            timed(length, () -> answer.write(bytes, from, length));
        }

        @Override
        public void flush() throws IOException {
            timed(0, answer::flush);
        }

        @Override
        public void close() throws IOException {
            timed(0, answer::close);
        }

        private void timed(int bytes, Writing writing) throws IOException {
            long begin = System.nanoTime();
            writing.write();
            if (meter.isTooSlow(bytes, System.nanoTime() - begin)) {
                throw new SocketTimeoutException("The answer is taken in too slowly");
            }
        }

        @Override
        public boolean isReady() {
            return answer.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            answer.setWriteListener(listener);
        }
    }
}
