package fr.jalon.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.web.access.Access;
import fr.jalon.web.access.AccessKind;
import fr.jalon.web.access.AccessRecord;
import fr.jalon.web.account.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What an operator must be able to look up later (<i>journal de sécurité</i>): one line an event, of fixed words and
 * ids. Nothing anybody typed gets in: a name that no account has may be a password in the wrong field, and an address
 * on the network is a person's, so that a pseudonym stands for it that holds until the process ends.
 *
 * <p>The same goes into the access record, for auditors: there with the address, and dropped in time.
 */
public final class SecurityLog {
    /** The logger's name, for whoever sends these lines elsewhere. */
    public static final String LOGGER = "jalon.security";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final Duration NAMES_SEEN_AGAIN = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String NOBODY = "-";
    private static final int LONGEST = 100;
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._/{}-]");

    private final Pseudonyms pseudonyms = new Pseudonyms();
    private final Repeats repeats;
    private final Cache<String, String> namesSeen = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(NAMES_SEEN_AGAIN)
            .build();
    private final AccessRecord record;

    /** A log in which what is done again and again fills no disk. */
    SecurityLog(Repeats repeats, AccessRecord record) {
        this.repeats = repeats;
        this.record = record;
    }

    /** A password was checked and found right. */
    public void signedIn(Actor actor, String address) {
        LOG.info("signed-in account={} role={} address={}", actor.name(), actor.roles(), pseudonyms.of(address));
        record.add(access(AccessKind.SIGNED_IN, actor, null, null, address));
    }

    /**
     * A password was checked and found wrong.
     *
     * @param actor whose it was not; null where no account has the name
     */
    public void signInFailed(@Nullable Actor actor, String address) {
        String account = actor == null ? "unknown" : actor.name();
        String from = pseudonyms.of(address);
        repeats.unlessTooOften("sign-in-failed " + account + from, leftOut -> {
            LOG.warn("sign-in-failed account={} address={} left-out={}", account, from, leftOut);
            record.add(access(AccessKind.SIGN_IN_FAILED, actor, null, null, address)
                    .leavingOut(leftOut));
        });
    }

    /** A request was refused for who sent it, or for how much they sent; other problems are no matter of this log. */
    public void refused(int status, String code, HttpServletRequest request) {
        if (!REFUSALS.contains(status)) {
            return;
        }
        Actor actor = actor(request.getUserPrincipal());
        String account = actor == null ? NOBODY : actor.name();
        String from = pseudonyms.of(request.getRemoteAddr());
        String route = safe(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        String method = safe(request.getMethod());
        repeats.unlessTooOften("refused " + code + account + from, leftOut -> {
            LOG.warn(
                    "refused status={} code={} account={} address={} method={} route={} left-out={}",
                    status,
                    code,
                    account,
                    from,
                    method,
                    route,
                    leftOut);
            record.add(access(AccessKind.REFUSED, actor, method + " " + route, null, request.getRemoteAddr())
                    .because(code)
                    .leavingOut(leftOut));
        });
    }

    /**
     * Something is made and about to be carried away.
     *
     * @param what its kind, a word of ours
     * @param territory whose register; one that is there
     * @throws fr.jalon.web.access.UnrecordedAccessException if it cannot be put down in the access record: then nothing
     *     may leave
     */
    public void exported(Actor actor, String what, String territory) {
        record.require(access(AccessKind.CARRIED_AWAY, actor, safe(what), safe(territory), address()));
        LOG.info("exported account={} what={} territory={}", actor.name(), safe(what), safe(territory));
    }

    /**
     * What persons of a territory are called is shown; written down for each account and territory at most every
     * quarter of an hour.
     */
    public void namesSeen(Actor actor, String territory) {
        if (namesSeen.asMap().putIfAbsent(actor.name() + " " + territory, territory) == null) {
            record.add(access(AccessKind.NAMES_SEEN, actor, null, safe(territory), address()));
        }
    }

    /** The machinery was told to do something: a check, a rebuild. */
    public void upkeep(Actor actor, String what) {
        record.require(access(AccessKind.UPKEEP, actor, safe(what), null, address()));
        LOG.info("upkeep account={} what={}", actor.name(), safe(what));
    }

    /** Accounts were changed; the database writes that down for auditors. */
    public void accountChanged(Actor actor, String what, String account) {
        LOG.info("account-changed account={} what={} of={}", actor.name(), safe(what), safe(account));
    }

    private static Access access(
            AccessKind kind,
            @Nullable Actor actor,
            @Nullable String operation,
            @Nullable String about,
            @Nullable String address) {
        String account = actor == null ? null : actor.name();
        String role = actor == null ? null : actor.roleAndScope();
        return new Access(kind, account, role, operation, about, null, Access.Origin.of(address), 0);
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    private static @Nullable Actor actor(@Nullable Principal principal) {
        return principal instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Actor actor
                ? actor
                : null;
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
