package fr.jalon.web.token;

import fr.jalon.web.account.Actor;

/** Tokens of an issuer elsewhere, which knows the accounts and their roles: they hold for as long as they say. */
final class IssuedTokens implements TakenTokens {
    private final SignedTokens signed;
    private final TokenClaims claims;

    IssuedTokens(SignedTokens signed, TokenClaims claims) {
        this.signed = signed;
        this.claims = claims;
    }

    @Override
    public Actor actor(String token) {
        return claims.actor(signed.read(token));
    }
}
