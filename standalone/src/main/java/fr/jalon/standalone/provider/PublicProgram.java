package fr.jalon.standalone.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A program on people's own machines, which has no secret: it says its name where what else it sends is one (a device's
 * code, a token to renew). A code from the browser needs its proof instead, which is not looked at here.
 */
final class PublicProgram implements AuthenticationConverter, AuthenticationProvider {
    private static final Set<String> PROVED_BY_WHAT_IS_SENT =
            Set.of(AuthorizationGrantType.DEVICE_CODE.getValue(), AuthorizationGrantType.REFRESH_TOKEN.getValue());

    /** Set on those that this class read, and no other. */
    private static final Map<String, Object> OURS = Map.of(PublicProgram.class.getName(), true);

    private final AllowedPrograms programs;

    PublicProgram(AllowedPrograms programs) {
        this.programs = programs;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String id = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        String grant = request.getParameter(OAuth2ParameterNames.GRANT_TYPE);
        boolean isProved = grant == null || PROVED_BY_WHAT_IS_SENT.contains(grant);
        boolean saysItsName = id != null
                && request.getHeader("Authorization") == null
                && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null;
        return isProved && saysItsName
                ? new OAuth2ClientAuthenticationToken(id, ClientAuthenticationMethod.NONE, null, OURS)
                : null;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication claimed) {
        OAuth2ClientAuthenticationToken program = (OAuth2ClientAuthenticationToken) claimed;
        if (!program.getAdditionalParameters().equals(OURS)) {
            return null;
        }
        RegisteredClient known = programs.findByClientId(program.getPrincipal().toString());
        if (known == null || !known.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(known, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
