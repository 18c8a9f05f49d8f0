package fr.jalon.standalone.provider;

import fr.jalon.console.signin.LongestSession;
import fr.jalon.web.account.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that has lasted for long, however much it is used, and one whose account is let in no more or has
 * another role or password than when it signed in.
 */
final class SessionEnd extends OncePerRequestFilter {
    private static final String ACCOUNT = SessionEnd.class.getName() + ".account";
    private static final String STAMP = SessionEnd.class.getName() + ".stamp";

    private final Accounts accounts;
    private final InstantSource clock;

    SessionEnd(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Keeps in mind what the account was when it signed in. */
    static void begin(HttpSession session, Accounts accounts, String account) {
        session.setAttribute(ACCOUNT, account);
        session.setAttribute(STAMP, stamp(accounts, account));
        TokensForPages.forget(session);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !holds(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean holds(HttpSession session) {
        return !LongestSession.isOver(session, clock)
                && (!(session.getAttribute(ACCOUNT) instanceof String account)
                        || stamp(accounts, account).equals(session.getAttribute(STAMP)));
    }

    /** Empty for an account that is not let in. */
    private static String stamp(Accounts accounts, String account) {
        return accounts.find(account)
                .map(found -> found.stamp() + " " + found.actor().roleAndScope())
                .orElse("");
    }
}
