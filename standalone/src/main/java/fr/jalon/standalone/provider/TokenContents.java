package fr.jalon.standalone.provider;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.token.SignedTokens;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What stands in a token: the account's roles, that it is for Jalon, and nothing for an account that is closed. */
final class TokenContents implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** What a token says of the password and second factor in use when it was issued, so that others end it. */
    static final String STAMP = "jalon_stamp";

    private static final String ROLES = "jalon_roles";

    private final Accounts accounts;

    TokenContents(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        Authentication principal = Objects.requireNonNull(token.getPrincipal());
        Account account = accounts.find(principal.getName())
                .filter(found -> isUnchanged(found, token))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        token.getJwsHeader().algorithm(TokenKey.ALGORITHM);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims()
                    .audience(List.of(SignedTokens.AUDIENCE))
                    .claim(ROLES, Arrays.asList(account.actor().roleAndScope().split(",", -1)))
                    .claim(STAMP, account.stamp());
        }
    }

    /** Whether its password is the one of the token before. */
    private static boolean isUnchanged(Account account, JwtEncodingContext token) {
        return Optional.ofNullable(token.getAuthorization())
                .map(OAuth2Authorization::getAccessToken)
                .map(OAuth2Authorization.Token::getClaims)
                .map(claims -> account.stamp().equals(claims.get(STAMP)))
                .orElse(true);
    }
}
