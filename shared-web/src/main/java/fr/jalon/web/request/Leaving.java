package fr.jalon.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How a service leaves when it is told to stop. It says that it is not ready, answers on for as long as those who
 * spread the requests need to notice, and ends each connection with its next answer; so no request is on its way when
 * the server closes its door. Those in flight then end in peace.
 */
public final class Leaving extends OncePerRequestFilter implements ApplicationListener<ContextClosedEvent> {
    private final Duration notice;
    private volatile boolean leaving;

    /**
     * A service that leaves so.
     *
     * @param notice how long it answers on; zero where nobody spreads requests
     */
    public Leaving(Duration notice) {
        this.notice = notice;
    }

    /** Spring has said by now that the service is not ready, and stops nothing before this returns. */
    @Override
    public void onApplicationEvent(ContextClosedEvent stop) {
        leaving = true;
        try {
            Thread.sleep(notice);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }
}
