package fr.jalon.web.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads tokens (JWT) that one issuer signed for this service. Only signatures by a pair of keys are taken: whoever
 * knows what is public can make none.
 */
public final class SignedTokens {
    /** Who the token has to be for. */
    public static final String AUDIENCE = "jalon";

    /** The clocks of two machines may differ by so much. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES512);

    /** What else an issuer signs, such as the end of a session, is no token to come in with. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    private final NimbusJwtDecoder decoder;
    private final List<Check> checks;
    private final String issuer;

    /** What is asked of a token whose signature is right. */
    private record Check(TokenFault fault, String needed, OAuth2TokenValidator<Jwt> validator) {}

    private SignedTokens(String issuer, JWKSource<SecurityContext> keys, List<Check> checks) {
        this.issuer = issuer;
        this.decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(TYPES))
                .build();
        // Below, one by one: what is wrong is then told in words.
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setAllowEmptyExpiryClaim(false);
        this.checks = new ArrayList<>(checks);
        this.checks.add(new Check(TokenFault.TIME, issuer, time));
        this.checks.add(new Check(TokenFault.AUDIENCE, AUDIENCE, new JwtAudienceValidator(AUDIENCE)));
    }

    /**
     * Those of an issuer elsewhere.
     *
     * @param issuer as its tokens name it
     * @param keys those it signs with
     */
    static SignedTokens of(String issuer, JWKSource<SecurityContext> keys) {
        return new SignedTokens(
                issuer, keys, List.of(new Check(TokenFault.ISSUER, issuer, new JwtIssuerValidator(issuer))));
    }

    /** Those that this process signs, with keys for nothing else: under which name does not count. */
    public static SignedTokens ofOurs(JWKSource<SecurityContext> keys) {
        return new SignedTokens("Jalon", keys, List.of());
    }

    /**
     * What a token says, if it holds.
     *
     * @throws RefusedToken if it does not
     * @throws AuthenticationServiceException if the issuer's keys cannot be had
     */
    public Jwt read(String token) {
        Jwt jwt = signed(token);
        for (Check check : checks) {
            if (check.validator.validate(jwt).hasErrors()) {
                throw new RefusedToken(check.fault, check.needed);
            }
        }
        return jwt;
    }

    private Jwt signed(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException refused) {
            throw new RefusedToken(TokenFault.SIGNATURE, issuer);
        } catch (JwtException notNow) {
            throw new AuthenticationServiceException("The keys of " + issuer + " cannot be had", notNow);
        }
    }
}
