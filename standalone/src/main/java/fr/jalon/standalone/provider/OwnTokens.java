package fr.jalon.standalone.provider;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.token.RefusedToken;
import fr.jalon.web.token.SignedTokens;
import fr.jalon.web.token.TakenTokens;
import fr.jalon.web.token.TokenFault;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Tokens that this process signed. The account is looked up each time: one that is disabled, has another role or
 * another password is so at once, whatever a token says.
 */
final class OwnTokens implements TakenTokens {
    private final SignedTokens signed;
    private final Accounts accounts;

    OwnTokens(SignedTokens signed, Accounts accounts) {
        this.signed = signed;
        this.accounts = accounts;
    }

    @Override
    public Actor actor(String token) {
        Jwt jwt = signed.read(token);
        try {
            return accounts.find(Objects.requireNonNullElse(jwt.getSubject(), ""))
                    .filter(account -> account.stamp().equals(jwt.getClaimAsString(TokenContents.STAMP)))
                    .map(Account::actor)
                    .orElseThrow(() -> new RefusedToken(TokenFault.ACCOUNT, "sub"));
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("The accounts cannot be read", e);
        }
    }
}
