package fr.jalon.standalone.provider;

import fr.jalon.standalone.factor.NewFactor;
import fr.jalon.standalone.factor.SecondFactors;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.signin.SignedInByPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The step after a right password that is not enough. Until it is taken the session says whose password was right and
 * nothing else: nobody is signed in, so that no page and no address of the provider can take them for it.
 */
final class SecondStep extends AbstractAuthenticationProcessingFilter {
    /** Where a code is asked for, and where somebody who must have a second factor is given one. */
    static final String CODE = "/sign-in/code";

    static final String NEW_FACTOR = "/sign-in/second-factor";

    /** The codes for the day when it is lost, of whoever was just given one. */
    static final String RECOVERY = SecondStep.class.getName() + ".recovery";

    private static final String HALF = SecondStep.class.getName() + ".half";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SecondFactors factors;
    private final Accounts accounts;
    private final InstantSource clock;
    private final SecurityLog log;

    /** Whose password was right, until when that counts, and the factor that they are about to have. */
    private record Half(
            String account,
            String stamp,
            Instant until,
            @Nullable NewFactor wanted) {}

    SecondStep(
            SecondFactors factors,
            Accounts accounts,
            InstantSource clock,
            SecurityLog log,
            AuthenticationSuccessHandler then) {
        super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-in/*"));
        this.factors = factors;
        this.accounts = accounts;
        this.clock = clock;
        this.log = log;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationSuccessHandler(then);
        setAuthenticationFailureHandler((request, response, refusal) -> response.sendRedirect(
                switch (refusal) {
                    case BadCredentialsException wrong -> request.getRequestURI() + "?outcome=CODE";
                    case LockedException tooMany -> request.getRequestURI() + "?outcome=CODES";
                    default -> "/sign-in?outcome=LATE";
                }));
    }

    /** Keeps in mind that a password was right, in a session of its own, and sends to the step that is left. */
    void begin(HttpServletRequest request, HttpServletResponse response, Account account) throws IOException {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        NewFactor wanted = account.secondFactor() == null ? factors.random() : null;
        request.getSession()
                .setAttribute(
                        HALF,
                        new Half(
                                account.actor().name(),
                                account.stamp(),
                                clock.instant().plus(PATIENCE),
                                wanted));
        response.sendRedirect(wanted == null ? CODE : NEW_FACTOR);
    }

    /** The factor that whoever asks is about to have, and the name of their account. */
    static Optional<NewFactor> wanted(HttpServletRequest request) {
        return half(request).map(Half::wanted);
    }

    static String account(HttpServletRequest request) {
        return half(request).map(Half::account).orElse("");
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Half half = half(request)
                .filter(each -> clock.instant().isBefore(each.until()))
                .orElseThrow(() -> new InsufficientAuthenticationException("No password before"));
        Account account = accounts.find(half.account())
                .filter(found -> found.stamp().equals(half.stamp()))
                .orElseThrow(() -> new InsufficientAuthenticationException("Changed meanwhile"));
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        switch (judged(half, account, code, request)) {
            case RIGHT -> {}
            case WRONG -> {
                log.signInFailed(account.actor(), request.getRemoteAddr());
                throw new BadCredentialsException("Wrong code");
            }
            case TOO_MANY -> {
                log.signInFailed(account.actor(), request.getRemoteAddr());
                throw new LockedException("Too many codes");
            }
        }
        request.getSession().removeAttribute(HALF);
        log.signedIn(account.actor(), request.getRemoteAddr());
        return SignedInByPassword.withCode(account);
    }

    private SecondFactors.Judged judged(Half half, Account account, String code, HttpServletRequest request) {
        NewFactor wanted = half.wanted();
        if (wanted == null) {
            return factors.judge(account, code);
        }
        Optional<List<String>> recovery = factors.add(account, wanted, code);
        recovery.ifPresent(codes -> request.setAttribute(RECOVERY, codes));
        return recovery.isPresent() ? SecondFactors.Judged.RIGHT : SecondFactors.Judged.WRONG;
    }

    private static Optional<Half> half(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(HALF))
                .filter(Half.class::isInstance)
                .map(Half.class::cast);
    }
}
