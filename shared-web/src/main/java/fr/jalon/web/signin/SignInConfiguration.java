package fr.jalon.web.signin;

import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Passwords;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemWriter;
import fr.jalon.web.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Everything needs an account but the health of the service; programs sign in by HTTP Basic. */
@Configuration(proxyBeanMethods = false)
public class SignInConfiguration {
    private static final String CHALLENGE = "Basic realm=\"Jalon\", charset=\"UTF-8\"";
    private static final int RETRY_SECONDS = 5;

    /** The only way to prove who one is; as a bean, so that Spring Boot makes no account of its own. */
    @Bean
    AuthenticationProvider signIn(Accounts accounts) {
        return new SignIn(accounts, Passwords.ENCODER);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ProblemWriter problems) {
        AuthenticationEntryPoint askToSignIn =
                (request, response, refusal) -> problems.write(problem(refusal), request, response);
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(askToSignIn))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(askToSignIn)
                        .accessDeniedHandler(
                                (request, response, refusal) -> problems.write(Problems.of(403), request, response)))
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

    private static Problem problem(AuthenticationException refusal) {
        return refusal instanceof AuthenticationServiceException
                ? Problems.unavailable(RETRY_SECONDS)
                : Problems.of(401).header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    /** Addresses the firewall finds suspect: encoded slashes, line breaks, NUL. */
    @Bean
    RequestRejectedHandler suspectAddresses(ProblemWriter problems) {
        return (request, response, rejection) -> problems.write(Problems.of(400), request, response);
    }
}
