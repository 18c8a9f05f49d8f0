package fr.jalon.web.token;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose tokens are taken: those of {@code jalon.issuer}, where one is named. */
@Configuration(proxyBeanMethods = false)
public class TokenConfiguration {
    /**
     * Tokens of an issuer elsewhere.
     *
     * @param address where it is reached from here, if not under its own name
     */
    @Bean
    @ConditionalOnExpression("'${jalon.issuer:}' != ''")
    TakenTokens issuedTokens(
            @Value("${jalon.issuer}") String issuer,
            @Value("${jalon.issuer-address:${jalon.issuer}}") String address,
            @Value("${jalon.account-claim:sub}") String account,
            @Value("${jalon.roles-claim:jalon_roles}") String roles) {
        return new IssuedTokens(
                SignedTokens.of(issuer, IssuerKeys.of(issuer, address)), new TokenClaims(account, roles));
    }
}
