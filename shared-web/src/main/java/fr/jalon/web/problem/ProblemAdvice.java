package fr.jalon.web.problem;

import fr.jalon.events.json.MalformedEntry;
import fr.jalon.web.access.UnrecordedAccessException;
import fr.jalon.web.security.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a controller threw into a problem document. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final int RETRY_SECONDS = 5;

    private final ProblemWriter writer;
    private final SecurityLog log;

    public ProblemAdvice(ProblemWriter writer, SecurityLog log) {
        this.writer = writer;
        this.log = log;
    }

    /** Written here rather than returned, so that no {@code Accept} header can forbid the explanation. */
    @ExceptionHandler
    public void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        switch (failure) {
            case AccessDeniedException notAllowed -> throw notAllowed;
            case AuthenticationException notSignedIn -> throw notSignedIn;
            case AsyncRequestNotUsableException gone -> LOG.debug("The client left before its answer");
            default -> {
                Problem problem = problem(failure);
                log.refused(problem.status(), problem.code(), request);
                writer.write(problem, request, response);
            }
        }
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case UnrecordedAccessException notNow -> Problems.unavailable(RETRY_SECONDS);
            case MalformedEntry malformed -> Problems.malformed(malformed);
            case HttpRequestMethodNotSupportedException method
            when method.getSupportedHttpMethods() != null ->
                Problems.methodNotAllowed(method.getSupportedHttpMethods());
            case HttpMediaTypeNotAcceptableException unwanted ->
                Problems.notAcceptable(unwanted.getSupportedMediaTypes());
            case MissingServletRequestParameterException missing ->
                ParameterForm.GIVEN.missedBy(missing.getParameterName());
            case MethodArgumentTypeMismatchException mismatch
            when mismatch.getRequiredType() == UUID.class -> ParameterForm.ENTRY_ID.missedBy(mismatch.getName());
            case MethodArgumentTypeMismatchException mismatch -> Problems.invalidParameter(mismatch.getName());
            case HttpMessageNotReadableException unreadable -> Problem.of(ProblemCode.BAD_REQUEST);
            // What was sent broke off or was no HTTP; whoever sent it may still listen.
            case IOException broken -> Problem.of(ProblemCode.BAD_REQUEST);
            case ErrorResponse spring -> Problems.of(spring.getStatusCode().value());
            default -> unforeseen(failure);
        };
    }

    private static Problem unforeseen(Exception failure) {
        LOG.error("A request failed", failure);
        return Problem.of(ProblemCode.INTERNAL_ERROR);
    }
}
