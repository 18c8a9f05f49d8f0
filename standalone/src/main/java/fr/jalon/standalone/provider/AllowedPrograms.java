package fr.jalon.standalone.provider;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Which programs may ask for tokens: the command line, whatever runs on a person's own machine with a browser, and each
 * account in its own name. No account is called like the first two: a slug has no point.
 */
final class AllowedPrograms implements RegisteredClientRepository {
    /** What a token is asked for; there is no more and no less. */
    static final String SCOPE = "jalon";

    private static final Duration TOKEN = Duration.ofMinutes(5);
    private static final Duration LEFT_ALONE = Duration.ofHours(12);
    private static final Duration TO_ALLOW = Duration.ofMinutes(10);

    /** The command line, at which nobody types a password of theirs. */
    private static final RegisteredClient COMMAND_LINE = program("jalon.cli")
            .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .build();

    /** A page or a program that sends people here with a browser, and has them sent back to their own machine. */
    private static final RegisteredClient BROWSER = program("jalon.browser")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://127.0.0.1/signed-in")
            .scope(OidcScopes.OPENID)
            .build();

    private final Accounts accounts;

    AllowedPrograms(Accounts accounts) {
        this.accounts = accounts;
    }

    private static RegisteredClient.Builder program(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .scope(SCOPE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens());
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(TOKEN)
                .refreshTokenTimeToLive(LEFT_ALONE)
                .reuseRefreshTokens(false)
                .deviceCodeTimeToLive(TO_ALLOW)
                .idTokenSignatureAlgorithm(TokenKey.ALGORITHM)
                .build();
    }

    @Override
    public void save(RegisteredClient program) {
        throw new UnsupportedOperationException("AllowedPrograms are those there are");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return Stream.of(COMMAND_LINE, BROWSER)
                .filter(program -> program.getId().equals(id))
                .findFirst()
                .or(() -> accounts.find(id).map(AllowedPrograms::ofAccount))
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return findById(id);
    }

    private static RegisteredClient ofAccount(Account account) {
        return RegisteredClient.withId(account.actor().name())
                .clientId(account.actor().name())
                .clientAuthenticationMethods(methods -> methods.addAll(List.of(
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST)))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(SCOPE)
                .tokenSettings(tokens())
                .build();
    }
}
