package fr.jalon.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.Actor;
import fr.jalon.web.start.RefusedStart;
import fr.jalon.web.token.RefusedToken;
import fr.jalon.web.token.SignedTokens;
import fr.jalon.web.token.TokenFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens that are issued already, and what becomes of the account meanwhile. */
class OwnTokensTest {
    private static final String HASH = "{bcrypt}$2a$10$one";

    @TempDir
    private Path data;

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private JWKSource<SecurityContext> key;
    private OwnTokens tokens;

    @BeforeEach
    void open() {
        key = TokenKey.in(data);
        tokens = new OwnTokens(SignedTokens.ofOurs(key), name -> Optional.ofNullable(accounts.get(name)));
        set("coordinator/lille", HASH);
    }

    @Test
    void a_token_stands_for_its_account() {
        assertThat(tokens.actor(token()).roleAndScope()).isEqualTo("coordinator/lille");
    }

    @Test
    void an_account_that_is_let_in_no_more_is_out_at_once_whatever_its_token_says() {
        String token = token();
        accounts.clear();

        assertRefused(token);
    }

    @Test
    void another_role_counts_at_once() {
        String token = token();
        set("auditor", HASH);

        assertThat(tokens.actor(token).roleAndScope()).isEqualTo("auditor");
    }

    @Test
    void another_password_ends_the_tokens_of_before() {
        String token = token();
        set("coordinator/lille", "{bcrypt}$2a$10$two");

        assertRefused(token);
    }

    @Test
    void accounts_out_of_reach_are_no_fault_of_the_token() {
        String token = token();
        OwnTokens cut = new OwnTokens(SignedTokens.ofOurs(key), name -> {
            throw new QueryTimeoutException("away");
        });

        assertThatThrownBy(() -> cut.actor(token)).isInstanceOf(AuthenticationServiceException.class);
    }

    @Test
    void a_restart_has_the_same_key_and_another_directory_another() throws Exception {
        String token = token();
        assertThat(new OwnTokens(
                                SignedTokens.ofOurs(TokenKey.in(data)), name -> Optional.ofNullable(accounts.get(name)))
                        .actor(token)
                        .name())
                .isEqualTo("claire");

        Path other = Files.createDirectory(data.resolve("other"));
        assertThatThrownBy(() ->
                        new OwnTokens(SignedTokens.ofOurs(TokenKey.in(other)), name -> Optional.empty()).actor(token))
                .isInstanceOfSatisfying(
                        RefusedToken.class,
                        refused -> assertThat(refused.fault()).isEqualTo(TokenFault.SIGNATURE));
    }

    @Test
    void a_file_that_is_no_key_is_told_with_what_to_do() throws Exception {
        Files.writeString(data.resolve("keys/tokens.jwk"), "{}");

        assertThatThrownBy(() -> TokenKey.in(data))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("delete it");
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.actor(token))
                .isInstanceOfSatisfying(
                        RefusedToken.class,
                        refused -> assertThat(refused.fault()).isEqualTo(TokenFault.ACCOUNT));
    }

    private void set(String role, String hash) {
        accounts.put("claire", new Account(Actor.of("claire", role), hash));
    }

    private String token() {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject("claire")
                .audience(List.of(SignedTokens.AUDIENCE))
                .expiresAt(Instant.now().plusSeconds(60))
                .claim(TokenContents.STAMP, new Account(Actor.of("claire", "auditor"), HASH).stamp())
                .build();
        return new NimbusJwtEncoder(key)
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(TokenKey.ALGORITHM).build(), claims))
                .getTokenValue();
    }
}
