package fr.jalon.console.service;

import fr.jalon.console.signin.PageTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** The token that somebody came back with, renewed when it is over; where it cannot be, they sign in again. */
final class TokensFromElsewhere implements PageTokens {
    private final OAuth2AuthorizedClientManager manager;
    private final String registration;

    TokensFromElsewhere(OAuth2AuthorizedClientManager manager, String registration) {
        this.manager = manager;
        this.registration = registration;
    }

    @Override
    public String of(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Authentication who)) {
            throw new InsufficientAuthenticationException("Nobody is signed in");
        }
        try {
            return Optional.ofNullable(manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                            .principal(who)
                            .attribute(HttpServletRequest.class.getName(), request)
                            .build()))
                    .orElseThrow(() -> new InsufficientAuthenticationException("The token is over"))
                    .getAccessToken()
                    .getTokenValue();
        } catch (OAuth2AuthorizationException over) {
            throw new InsufficientAuthenticationException("The token is over", over);
        }
    }
}
