package fr.jalon.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.events.json.Sha256;
import fr.jalon.web.account.Actor;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.token.RefusedToken;
import fr.jalon.web.token.TakenTokens;
import fr.jalon.web.token.TokenFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Takes a token in place of a name and a password; that somebody signed in is told once of each token. */
final class TokenSignIn implements AuthenticationProvider {
    private static final int REMEMBERED = 100_000;
    private static final Duration REMEMBERED_FOR = Duration.ofHours(12);

    private final TakenTokens tokens;
    private final SecurityLog log;
    private final Cache<String, Actor> told = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    TokenSignIn(TakenTokens tokens, SecurityLog log) {
        this.tokens = tokens;
        this.log = log;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String token = ((BearerTokenAuthenticationToken) claimed).getToken();
        Actor actor = tokens.actor(token);
        if (told.asMap().putIfAbsent(digest(token), actor) == null) {
            log.signedIn(actor, Origin.of(claimed));
        }
        return new SignedInByToken(actor, () -> stillIs(token, actor));
    }

    /** One that has ended since let its sender begin all the same. */
    private boolean stillIs(String token, Actor actor) {
        try {
            return tokens.actor(token).equals(actor);
        } catch (RefusedToken refused) {
            return refused.fault() == TokenFault.TIME;
        } catch (AuthenticationServiceException away) {
            return true;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String digest(String token) {
        return Base64.getEncoder().encodeToString(Sha256.begun().digest(token.getBytes(StandardCharsets.UTF_8)));
    }
}
