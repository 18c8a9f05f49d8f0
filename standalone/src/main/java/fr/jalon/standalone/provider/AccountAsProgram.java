package fr.jalon.standalone.provider;

import fr.jalon.web.signin.SecondFactorNeeded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** A program says its account's name and password: they are checked as everywhere, guessing included. */
final class AccountAsProgram implements AuthenticationProvider {
    private final AuthenticationProvider signIn;
    private final AllowedPrograms programs;

    AccountAsProgram(AuthenticationProvider signIn, AllowedPrograms programs) {
        this.signIn = signIn;
        this.programs = programs;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication claimed) {
        OAuth2ClientAuthenticationToken program = (OAuth2ClientAuthenticationToken) claimed;
        ClientAuthenticationMethod method = program.getClientAuthenticationMethod();
        if (!ClientAuthenticationMethod.CLIENT_SECRET_BASIC.equals(method)
                && !ClientAuthenticationMethod.CLIENT_SECRET_POST.equals(method)) {
            return null;
        }
        String name = program.getPrincipal().toString();
        check(name, program);
        RegisteredClient account = programs.findByClientId(name);
        return new OAuth2ClientAuthenticationToken(Objects.requireNonNull(account), method, null);
    }

    private void check(String name, OAuth2ClientAuthenticationToken program) {
        UsernamePasswordAuthenticationToken claim =
                UsernamePasswordAuthenticationToken.unauthenticated(name, program.getCredentials());
        claim.setDetails(program.getDetails());
        try {
            signIn.authenticate(claim);
        } catch (BadCredentialsException | SecondFactorNeeded wrong) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT), wrong);
        } catch (AuthenticationException notNow) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, "Try again in a while", null), notNow);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
