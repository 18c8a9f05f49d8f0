package fr.jalon.web.security;

import fr.jalon.web.account.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What an operator must be able to look up later (<i>journal de sécurité</i>): one line an event, of fixed words and
 * ids. Nothing anybody typed gets in: a name that no account has may be a password in the wrong field, and an address
 * on the network is a person's, so that a pseudonym stands for it that holds until the process ends.
 */
public final class SecurityLog {
    /** The logger's name, for whoever sends these lines elsewhere. */
    public static final String LOGGER = "jalon.security";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final String NOBODY = "-";
    private static final int LONGEST = 100;
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._/{}-]");

    private final Pseudonyms pseudonyms = new Pseudonyms();
    private final Repeats repeats;

    /** A log in which what is done again and again fills no disk. */
    SecurityLog(Repeats repeats) {
        this.repeats = repeats;
    }

    /** A password was checked and found right. */
    public void signedIn(Actor actor, String address) {
        LOG.info(
                "signed-in account={} role={} address={}",
                actor.name(),
                actor.role().code(),
                pseudonyms.of(address));
    }

    /**
     * A password was checked and found wrong.
     *
     * @param actor whose it was not; null where no account has the name
     */
    public void signInFailed(@Nullable Actor actor, String address) {
        String account = actor == null ? "unknown" : actor.name();
        String from = pseudonyms.of(address);
        repeats.unlessTooOften(
                "sign-in-failed " + account + from,
                leftOut -> LOG.warn("sign-in-failed account={} address={} left-out={}", account, from, leftOut));
    }

    /** A request was refused for who sent it, or for how much they sent; other problems are no matter of this log. */
    public void refused(int status, String code, HttpServletRequest request) {
        if (!REFUSALS.contains(status)) {
            return;
        }
        String account = account(request.getUserPrincipal());
        String from = pseudonyms.of(request.getRemoteAddr());
        String route = safe(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        repeats.unlessTooOften(
                "refused " + code + account + from,
                leftOut -> LOG.warn(
                        "refused status={} code={} account={} address={} method={} route={} left-out={}",
                        status,
                        code,
                        account,
                        from,
                        safe(request.getMethod()),
                        route,
                        leftOut));
    }

    /**
     * Something was made to be carried away.
     *
     * @param what its kind, a word of ours
     * @param territory whose register; one that is there
     */
    public void exported(Actor actor, String what, String territory) {
        LOG.info("exported account={} what={} territory={}", actor.name(), safe(what), safe(territory));
    }

    /** The machinery was told to do something: a check, a rebuild. */
    public void upkeep(Actor actor, String what) {
        LOG.info("upkeep account={} what={}", actor.name(), safe(what));
    }

    private static String account(@Nullable Principal principal) {
        return principal instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Actor actor
                ? actor.name()
                : NOBODY;
    }

    private static String safe(@Nullable Object text) {
        if (text == null) {
            return NOBODY;
        }
        String bounded = String.valueOf(text);
        return UNSAFE.matcher(bounded.substring(0, Math.min(bounded.length(), LONGEST)))
                .replaceAll("_");
    }
}
