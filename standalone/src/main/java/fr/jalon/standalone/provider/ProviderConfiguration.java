package fr.jalon.standalone.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.jalon.console.ConsoleConfiguration;
import fr.jalon.console.signin.PageTokens;
import fr.jalon.people.KeyWrap;
import fr.jalon.people.SealedTexts;
import fr.jalon.standalone.factor.SecondFactors;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.AccountsFile;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemWriter;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.signin.FactorRule;
import fr.jalon.web.start.RefusedStart;
import fr.jalon.web.token.SignedTokens;
import fr.jalon.web.token.TakenTokens;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.LocaleResolver;

/** The provider that is brought along, unless another one is named ({@code jalon.issuer}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${jalon.issuer:}' == ''")
@Import({SignInPages.class, OwnPasswordPage.class, SecondFactorPages.class, ConsoleConfiguration.class})
public class ProviderConfiguration {
    @Bean
    JWKSource<SecurityContext> tokenKey(@Value("${jalon.data}") Path data) {
        return TokenKey.in(data);
    }

    @Bean
    TakenTokens ownTokens(JWKSource<SecurityContext> tokenKey, Accounts accounts) {
        return new OwnTokens(SignedTokens.ofOurs(tokenKey), accounts);
    }

    /** For what the provider itself is asked with a token of its own. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> tokenKey) {
        return NimbusJwtDecoder.withJwkSource(tokenKey)
                .jwsAlgorithm(TokenKey.ALGORITHM)
                .build();
    }

    @Bean
    AllowedPrograms programs(Accounts accounts) {
        return new AllowedPrograms(accounts);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenContents(Accounts accounts) {
        return new TokenContents(accounts);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new Authorizations();
    }

    @Bean
    OAuth2AuthorizationConsentService consents() {
        return new AskedEachTime();
    }

    /** Its name is the address it is asked at: it signs for nobody but the service in the same process. */
    @Bean
    AuthorizationServerSettings providerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain provider(
            HttpSecurity http,
            AuthenticationProvider signIn,
            AllowedPrograms programs,
            Accounts accounts,
            InstantSource clock,
            ProblemWriter problems,
            SecurityLog log) {
        return ProviderSecurity.provider(
                http,
                signIn,
                programs,
                new SessionEnd(accounts, clock),
                refuse(problems, log),
                (request, response, refusal) ->
                        problems.write(Problem.of(ProblemCode.NOT_SIGNED_IN), request, response));
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Accounts accounts,
            SecondFactors factors,
            LocaleResolver locales,
            InstantSource clock,
            ProblemWriter problems,
            SecurityLog log) {
        CameFrom cameFrom = new CameFrom(accounts, ProviderSecurity.CONSOLE);
        SecondStep secondStep = new SecondStep(factors, accounts, clock, log, (request, response, who) -> {
            if (request.getAttribute(SecondStep.RECOVERY) instanceof List<?> codes) {
                SessionEnd.begin(request.getSession(), accounts, who.getName());
                SecondFactorPages.told(codes.stream().map(String::valueOf).toList(), locales, request, response);
            } else {
                cameFrom.onAuthenticationSuccess(request, response, who);
            }
        });
        return ProviderSecurity.pages(
                http, secondStep, cameFrom, new SessionEnd(accounts, clock), refuse(problems, log));
    }

    /** Where accounts cannot be changed, nobody can be given one, and none may be required. */
    @Bean
    SecondFactors secondFactors(
            Accounts accounts, AccountKeeper keeper, FactorRule rule, KeyWrap wrap, InstantSource clock) {
        if (rule.required() && accounts instanceof AccountsFile) {
            throw new RefusedStart("jalon.second-factor=required needs accounts that are kept here: those of a file"
                    + " (jalon.accounts.file) have no place for a second factor.");
        }
        return new SecondFactors(keeper, new SealedTexts(wrap), clock);
    }

    @Bean
    @Order(3)
    SecurityFilterChain console(
            HttpSecurity http, Accounts accounts, InstantSource clock, ProblemWriter problems, SecurityLog log) {
        return ProviderSecurity.console(http, new SessionEnd(accounts, clock), refuse(problems, log));
    }

    @Bean
    PageTokens tokensForPages(JWKSource<SecurityContext> tokenKey, Accounts accounts, InstantSource clock) {
        return new TokensForPages(tokenKey, accounts, clock);
    }

    /** So that whoever counts sessions forgets those that have ended. */
    @Bean
    HttpSessionEventPublisher endedSessions() {
        return new HttpSessionEventPublisher();
    }

    private static AccessDeniedHandler refuse(ProblemWriter problems, SecurityLog log) {
        return (request, response, refusal) -> {
            Problem problem = Problem.of(ProblemCode.FORBIDDEN);
            log.refused(problem.status(), problem.code(), request);
            problems.write(problem, request, response);
        };
    }
}
