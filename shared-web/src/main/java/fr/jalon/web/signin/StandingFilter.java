package fr.jalon.web.signin;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends an answer that outlasts what let it begin: a stream of changes, an export or an import of somebody whose account
 * was disabled, or who got another role or password, breaks off. Sign-in sees to all that is asked anew.
 */
final class StandingFilter extends OncePerRequestFilter {
    private final Standing standing;
    private final Duration every;

    /**
     * A filter that looks again.
     *
     * @param every how long an answer is written to before it looks
     */
    StandingFilter(Standing standing, Duration every) {
        this.standing = standing;
        this.every = every;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        chain.doFilter(request, signedIn == null ? response : new Watched(response, signedIn));
    }

    private final class Watched extends HttpServletResponseWrapper {
        private final Authentication signedIn;
        private @Nullable ServletOutputStream stream;

        Watched(HttpServletResponse response, Authentication signedIn) {
            super(response);
            this.signedIn = signedIn;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream == null) {
                stream = new WatchedOutput(this, super.getOutputStream(), signedIn);
            }
            return stream;
        }
    }

    private final class WatchedOutput extends ServletOutputStream {
        private final HttpServletResponse response;
        private final ServletOutputStream answer;
        private final Authentication signedIn;
        private long looked = System.nanoTime();
        private boolean over;

        WatchedOutput(HttpServletResponse response, ServletOutputStream answer, Authentication signedIn) {
            this.response = response;
            this.answer = answer;
            this.signedIn = signedIn;
        }

        @Override
        public void write(int one) throws IOException {
            look();
            answer.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            look();
            answer.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            answer.flush();
        }

        @Override
        public void close() throws IOException {
            answer.close();
        }

        /** Where nothing was sent yet, what is written from then on is the refusal. */
        private void look() {
            boolean wasOver = over;
            if (!over && System.nanoTime() - looked >= every.toNanos()) {
                over = !standing.holds(signedIn);
                looked = System.nanoTime();
            }
            if (over && (!wasOver || response.isCommitted())) {
                throw Problem.of(ProblemCode.NOT_SIGNED_IN).asException();
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
