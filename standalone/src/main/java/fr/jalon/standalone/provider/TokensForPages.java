package fr.jalon.standalone.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.jalon.console.signin.PageTokens;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.token.SignedTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * The tokens with which the console asks the register in the same process, for whoever has a session here. One lasts as
 * long as any of the provider's, and is kept in the session until it is nearly over.
 */
final class TokensForPages implements PageTokens {
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final Duration SPARE = Duration.ofMinutes(1);
    private static final String KEPT = TokensForPages.class.getName();

    private final NimbusJwtEncoder encoder;
    private final Accounts accounts;
    private final InstantSource clock;

    /** One that was made, for whom, and when it is to be made anew. */
    private record Kept(String account, String token, Instant until) {}

    TokensForPages(JWKSource<SecurityContext> key, Accounts accounts, InstantSource clock) {
        this.encoder = new NimbusJwtEncoder(key);
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String of(HttpServletRequest request) {
        Principal who = request.getUserPrincipal();
        HttpSession session = request.getSession(false);
        if (who == null || session == null) {
            throw new InsufficientAuthenticationException("Nobody is signed in");
        }
        Instant now = clock.instant();
        if (session.getAttribute(KEPT) instanceof Kept kept
                && kept.account.equals(who.getName())
                && now.isBefore(kept.until)) {
            return kept.token;
        }
        String token = made(who.getName(), now);
        session.setAttribute(
                KEPT, new Kept(who.getName(), token, now.plus(LASTS).minus(SPARE)));
        return token;
    }

    /** That of the account as it was before. */
    static void forget(HttpSession session) {
        session.removeAttribute(KEPT);
    }

    private String made(String name, Instant now) {
        Account account = accounts.find(name)
                .orElseThrow(() -> new InsufficientAuthenticationException("The account is let in no more"));
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(name)
                .audience(List.of(SignedTokens.AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(LASTS))
                .claim(TokenContents.STAMP, account.stamp())
                .build();
        JwsHeader header = JwsHeader.with(TokenKey.ALGORITHM).build();
        return Objects.requireNonNull(encoder.encode(JwtEncoderParameters.from(header, claims)))
                .getTokenValue();
    }
}
