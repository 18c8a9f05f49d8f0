package fr.jalon.web.signin;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemWriter;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.token.RefusedToken;
import fr.jalon.web.token.TokenFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** What is answered to somebody who is not signed in, or not rightly: why, and which ways in there are. */
final class AskToSignIn implements AuthenticationEntryPoint {
    private static final String BASIC = "Basic realm=\"Jalon\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Jalon\"";
    private static final int RETRY_SECONDS = 5;

    private final ProblemWriter problems;
    private final SecurityLog log;
    private final String ways;

    AskToSignIn(ProblemWriter problems, SecurityLog log, boolean basic, boolean bearer) {
        this.problems = problems;
        this.log = log;
        this.ways = Stream.concat(basic ? Stream.of(BASIC) : Stream.of(), bearer ? Stream.of(BEARER) : Stream.of())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Problem problem = problem(refusal);
        if (!(refusal instanceof BadCredentialsException)) {
            log.refused(problem.status(), problem.code(), request);
        }
        problems.write(problem, request, response);
    }

    private Problem problem(AuthenticationException refusal) {
        return switch (refusal) {
            case AuthenticationServiceException notNow -> Problems.unavailable(RETRY_SECONDS);
            case TooManyAttempts tooMany -> tooMany(tooMany);
            case SecondFactorNeeded needed ->
                Problem.of(ProblemCode.SECOND_FACTOR_NEEDED).detailed().header(HttpHeaders.WWW_AUTHENTICATE, BEARER);
            case RefusedToken refused -> refused(refused);
            case OAuth2AuthenticationException garbled -> challenged(ProblemCode.NOT_SIGNED_IN, "invalid_token");
            default -> Problem.of(ProblemCode.NOT_SIGNED_IN).header(HttpHeaders.WWW_AUTHENTICATE, ways);
        };
    }

    /** 429, with when one may be tried again. */
    static Problem tooMany(TooManyAttempts tooMany) {
        return Problem.of(ProblemCode.TOO_MANY_ATTEMPTS)
                .detailed(tooMany.seconds())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
    }

    private static Problem refused(RefusedToken token) {
        Problem problem = token.fault() == TokenFault.ROLE
                ? challenged(ProblemCode.FORBIDDEN, "insufficient_scope")
                : challenged(ProblemCode.NOT_SIGNED_IN, "invalid_token");
        return problem.detailed(token.reason());
    }

    /** As RFC 6750 has it. */
    private static Problem challenged(ProblemCode code, String error) {
        return Problem.of(code).header(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"" + error + "\"");
    }
}
