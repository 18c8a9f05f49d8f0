package fr.jalon.web.signin;

import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Passwords;
import fr.jalon.web.account.Role;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemWriter;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.start.RefusedStart;
import fr.jalon.web.token.TakenTokens;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Everything needs an account but the health of the service and its contract; programs sign in by HTTP Basic, or come
 * with a token.
 */
@Configuration(proxyBeanMethods = false)
public class SignInConfiguration {
    private static final String[] CONTRACT = {"/api", "/api/page/*", "/api/v1/openapi.json"};

    /** For those too who read nothing of the register. */
    private static final String OWN_ACCOUNT = "/api/v1/account";

    private static final String[] READERS =
            Arrays.stream(Role.values()).filter(Role::mayRead).map(Role::name).toArray(String[]::new);

    /** The only way to prove who one is; as a bean, so that Spring Boot makes no account of its own. */
    @Bean
    AuthenticationProvider signIn(Accounts accounts, SecurityLog log, FactorRule rule) {
        return new SignIn(accounts, Passwords.ENCODER, log, TimeMeter.SYSTEM_NANOTIME, rule);
    }

    /** {@code jalon.second-factor}: {@code offered}, to whoever wants one, or {@code required} of some. */
    @Bean
    FactorRule factorRule(@Value("${jalon.second-factor:offered}") String rule) {
        return switch (rule) {
            case "offered" -> new FactorRule(false);
            case "required" -> new FactorRule(true);
            default -> throw new RefusedStart("jalon.second-factor is offered or required, not " + rule + ".");
        };
    }

    /** Each request is counted and timed once as a whole: to watch each filter besides took a seventh of its time. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Behind sign-in: who it let in is known.
     *
     * @param every at most this and a heartbeat of the changes together are what an answer outlasts its account
     */
    @Bean
    FilterRegistrationBean<StandingFilter> standing(
            @Lazy Accounts accounts, @Value("${jalon.accounts.look-again:15s}") Duration every) {
        FilterRegistrationBean<StandingFilter> registration =
                new FilterRegistrationBean<>(new StandingFilter(new Standing(accounts), every));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return registration;
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            ProblemWriter problems,
            SecurityLog log,
            ObjectProvider<TakenTokens> tokens,
            @Value("${jalon.basic:true}") boolean basic) {
        Optional<TakenTokens> taken = Optional.ofNullable(tokens.getIfAvailable());
        if (!basic && taken.isEmpty()) {
            throw new RefusedStart("With jalon.basic=false nobody can come in unless tokens are taken:"
                    + " name who issues them (jalon.issuer).");
        }
        AskToSignIn askToSignIn = new AskToSignIn(problems, log, basic, taken.isPresent());
        AccessDeniedHandler refuse = (request, response, refusal) -> {
            Problem problem = Problem.of(ProblemCode.FORBIDDEN);
            log.refused(problem.status(), problem.code(), request);
            problems.write(problem, request, response);
        };
        taken.ifPresent(each -> http.addFilter(bearer(new TokenSignIn(each, log), askToSignIn)));
        if (basic) {
            http.httpBasic(each -> each.authenticationEntryPoint(askToSignIn));
        }
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, CONTRACT)
                                .permitAll()
                                .requestMatchers("/error")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .authenticated()
                                .requestMatchers(OWN_ACCOUNT, OWN_ACCOUNT + "/**")
                                .authenticated()
                                .anyRequest()
                                .hasAnyRole(READERS))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(askToSignIn).accessDeniedHandler(refuse))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // There is no session and no cookie to ride on, and what changes anything takes JSON only, a content
                // type that another site's form cannot send and that a browser asks leave for, which is not given.
                // Forms, when they come, bring their own chain with tokens.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .build();
    }

    private static BearerTokenAuthenticationFilter bearer(TokenSignIn signIn, AskToSignIn otherwise) {
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(new ProviderManager(signIn));
        filter.setAuthenticationEntryPoint(otherwise);
        filter.setAuthenticationFailureHandler(otherwise::commence);
        return filter;
    }

    /** Addresses the firewall finds suspect: encoded slashes, line breaks, NUL. */
    @Bean
    RequestRejectedHandler suspectAddresses(ProblemWriter problems) {
        return (request, response, rejection) -> problems.write(Problem.of(ProblemCode.BAD_REQUEST), request, response);
    }
}
