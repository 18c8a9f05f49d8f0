package fr.jalon.standalone.provider;

import fr.jalon.console.page.PageConfiguration;
import fr.jalon.console.signin.PageHeaders;
import fr.jalon.standalone.provider.SignInPages.Outcome;
import fr.jalon.web.signin.SecondFactorNeeded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Who may ask the provider for what, and how people come to its pages: with a session and forms with a token. */
final class ProviderSecurity {
    private static final String SIGN_IN = "/sign-in";
    private static final String DEVICE = "/device";
    private static final String QUESTION = "/device/question";
    private static final String ACCOUNT = "/account";
    private static final String SIGN_OUT = "/sign-out";
    private static final Set<String> PASSED_BY = Set.of("/oauth2/authorize", "/oauth2/device_verification");
    static final String CONSOLE = "/console";

    private static final AuthenticationEntryPoint FORM = new LoginUrlAuthenticationEntryPoint(SIGN_IN);

    private ProviderSecurity() {}

    /** What programs ask, and the two addresses that a person's browser passes by on its way. */
    static SecurityFilterChain provider(
            HttpSecurity http,
            AuthenticationProvider signIn,
            AllowedPrograms programs,
            SessionEnd sessionEnd,
            AccessDeniedHandler refuse,
            AuthenticationEntryPoint askToSignIn) {
        PublicProgram publicProgram = new PublicProgram(programs);
        http.oauth2AuthorizationServer(provider -> {
            http.securityMatcher(provider.getEndpointsMatcher());
            provider.oidc(oidc -> oidc.providerConfigurationEndpoint(
                            told -> told.providerConfigurationCustomizer(ProviderSecurity::asItSigns)))
                    .clientAuthentication(client -> client.authenticationConverters(
                                    converters -> converters.add(publicProgram))
                            .authenticationProviders(ways -> {
                                ways.removeIf(ClientSecretAuthenticationProvider.class::isInstance);
                                ways.add(0, publicProgram);
                                ways.add(1, new AccountAsProgram(signIn, programs));
                            }))
                    .deviceAuthorizationEndpoint(device -> device.verificationUri(DEVICE))
                    .deviceVerificationEndpoint(device -> device.consentPage(QUESTION)
                            .deviceVerificationResponseHandler(
                                    (request, response, allowed) -> send(request, response, DEVICE, Outcome.ALLOWED))
                            .errorResponseHandler((request, response, refusal) ->
                                    send(request, response, DEVICE, outcomeOfDevice(refusal))));
        });
        return common(http, sessionEnd, refuse, forPeople(askToSignIn))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static void asItSigns(OidcProviderConfiguration.Builder told) {
        told.idTokenSigningAlgorithms(algorithms -> {
            algorithms.clear();
            algorithms.add(TokenKey.ALGORITHM.getName());
        });
    }

    /** The pages themselves. */
    static SecurityFilterChain pages(
            HttpSecurity http,
            SecondStep secondStep,
            CameFrom cameFrom,
            SessionEnd sessionEnd,
            AccessDeniedHandler refuse) {
        http.securityMatcher(SIGN_IN, SIGN_IN + "/*", SIGN_OUT, ACCOUNT, ACCOUNT + "/**", DEVICE, QUESTION);
        return common(http, sessionEnd, refuse, FORM)
                .addFilterAfter(secondStep, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, SIGN_IN + "/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("account")
                        .successHandler(cameFrom)
                        .failureHandler((request, response, refusal) -> {
                            if (refusal instanceof SecondFactorNeeded needed) {
                                secondStep.begin(request, response, needed.account());
                            } else {
                                send(request, response, SIGN_IN, outcomeOfSignIn(refusal));
                            }
                        }))
                .logout(out -> out.logoutUrl(SIGN_OUT)
                        .logoutSuccessHandler(
                                (request, response, who) -> send(request, response, SIGN_IN, Outcome.OUT)))
                .build();
    }

    /** The console's pages: for whoever signed in by those above. */
    static SecurityFilterChain console(HttpSecurity http, SessionEnd sessionEnd, AccessDeniedHandler refuse) {
        http.securityMatcher("/", PageConfiguration.ROBOTS, CONSOLE, CONSOLE + "/**")
                .headers(headers -> headers.addHeaderWriter(new PageHeaders()));
        return common(http, sessionEnd, refuse, FORM)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                PageConfiguration.ROBOTS,
                                CONSOLE + "/static/**",
                                CONSOLE + "/accessibility")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** The form for those who pass by with a browser, and a plain refusal for programs. */
    private static AuthenticationEntryPoint forPeople(AuthenticationEntryPoint otherwise) {
        return (request, response, refusal) -> {
            boolean isPassingBy = PASSED_BY.contains(request.getRequestURI());
            (isPassingBy ? FORM : otherwise).commence(request, response, refusal);
        };
    }

    private static HttpSecurity common(
            HttpSecurity http,
            SessionEnd sessionEnd,
            AccessDeniedHandler refuse,
            AuthenticationEntryPoint askToSignIn) {
        return http.addFilterBefore(sessionEnd, SecurityContextHolderFilter.class)
                .addFilterAfter(new OwnPagesOnly(refuse), SecurityContextHolderFilter.class)
                .requestCache(cache -> cache.requestCache(CameFrom.CACHE))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(askToSignIn).accessDeniedHandler(refuse));
    }

    /** In a cookie: whoever only looks at the form has no session, so that looking fills no memory. */
    private static CsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("jalon-form");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    private static Outcome outcomeOfSignIn(AuthenticationException refusal) {
        return refusal instanceof BadCredentialsException ? Outcome.WRONG : Outcome.LATER;
    }

    private static Outcome outcomeOfDevice(AuthenticationException refusal) {
        return refusal instanceof OAuth2AuthenticationException known
                        && known.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)
                ? Outcome.DENIED
                : Outcome.UNKNOWN;
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String page, Outcome outcome)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page + "?outcome=" + outcome.name());
    }
}
