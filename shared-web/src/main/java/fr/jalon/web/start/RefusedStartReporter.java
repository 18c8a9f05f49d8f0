package fr.jalon.web.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why a service does not start in one line, where Spring Boot would print where the exception came from. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedStartReporter implements SpringBootExceptionReporter {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedStartReporter.class);

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStart refused) {
                LOG.error("Not started. {}", refused.getMessage());
                return true;
            }
        }
        return false;
    }
}
