package fr.jalon.console.service;

import fr.jalon.console.page.PageConfiguration;
import fr.jalon.console.signin.LongestSession;
import fr.jalon.console.signin.PageHeaders;
import fr.jalon.console.signin.PageTokens;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.client.RestClient;

/** People sign in where their institution says (OpenID Connect: a code, with PKCE), and come back with a token. */
@Configuration(proxyBeanMethods = false)
public class ElsewhereConfiguration {
    private static final String REGISTRATION = "jalon";
    private static final String SIGN_IN = "/oauth2/authorization/" + REGISTRATION;
    private static final String ALGORITHMS = "id_token_signing_alg_values_supported";
    private static final String BACK = "/signed-in";

    @Bean
    ClientRegistrationRepository issuer(
            @Value("${jalon.issuer-address:${jalon.issuer}}") String address,
            @Value("${jalon.console.client:jalon.browser}") String client,
            @Value("${jalon.console.secret:#{null}}") @Nullable String secret,
            @Value("${jalon.console.scopes:openid,jalon}") String[] scopes) {
        ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(told(address))
                .registrationId(REGISTRATION)
                .clientId(client)
                .redirectUri("{baseUrl}" + BACK)
                .scope(scopes);
        return new InMemoryClientRegistrationRepository(
                secret == null
                        ? registration
                                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                                .build()
                        : registration.clientSecret(secret).build());
    }

    /** What it says of itself, asked where it is reached from here, which may be another address than people's. */
    private static Map<String, Object> told(String address) {
        return Objects.requireNonNull(RestClient.create()
                .get()
                .uri(address + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {}));
    }

    /** Signed as the issuer says that it signs. */
    @Bean
    JwtDecoderFactory<ClientRegistration> whoSignedIn() {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwsAlgorithmResolver(registration ->
                registration.getProviderDetails().getConfigurationMetadata().get(ALGORITHMS)
                                instanceof Collection<?> named
                        ? named.stream()
                                .map(each -> SignatureAlgorithm.from(String.valueOf(each)))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(SignatureAlgorithm.RS256)
                        : SignatureAlgorithm.RS256);
        return factory;
    }

    /**
     * Nobody is asked what else is known of a person: some, as ProConnect, answer with a signed JWT, which Spring
     * Security cannot read (its issue 9583).
     */
    private static OidcUserService asTheTokenSays() {
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(_ -> false);
        return users;
    }

    /** In the session, so that what ends it ends them. */
    @Bean
    OAuth2AuthorizedClientRepository tokensOfSessions() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager renewedTokens(
            ClientRegistrationRepository issuer, OAuth2AuthorizedClientRepository sessions) {
        DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(issuer, sessions);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    PageTokens tokensFromElsewhere(OAuth2AuthorizedClientManager manager) {
        return new TokensFromElsewhere(manager, REGISTRATION);
    }

    @Bean
    @Order(3)
    SecurityFilterChain consoleSignedInElsewhere(HttpSecurity http, InstantSource clock) {
        CookieCsrfTokenRepository forms = new CookieCsrfTokenRepository();
        forms.setCookieName("jalon-form");
        forms.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return http.addFilterBefore(new LongestSession(clock), SecurityContextHolderFilter.class)
                .securityMatcher(
                        "/",
                        PageConfiguration.ROBOTS,
                        "/console",
                        "/console/**",
                        "/oauth2/authorization/*",
                        BACK,
                        "/sign-out")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                PageConfiguration.ROBOTS,
                                "/console/static/**",
                                "/console/accessibility")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .userInfoEndpoint(claims -> claims.oidcUserService(asTheTokenSays()))
                        .defaultSuccessUrl("/console")
                        .redirectionEndpoint(redirection -> redirection.baseUri(BACK)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/console/accessibility"))
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .headers(headers -> headers.addHeaderWriter(new PageHeaders()))
                .build();
    }

    /** All else: whether it is well, to anybody. */
    @Bean
    @Order(4)
    SecurityFilterChain othersThanPages(HttpSecurity http) {
        return http.securityMatcher("/actuator/**", "/error")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
