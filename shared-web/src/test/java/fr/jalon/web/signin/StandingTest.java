package fr.jalon.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.account.Actor;
import fr.jalon.web.security.WrittenLog;
import fr.jalon.web.token.RefusedToken;
import fr.jalon.web.token.TokenFault;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** What becomes of an answer that lasts while something becomes of the token that it was begun with. */
class StandingTest {
    private static final Actor ACTOR = Actor.of("claire", "coordinator/lille");

    private final WrittenLog log = new WrittenLog();
    private Supplier<Actor> read = () -> ACTOR;
    private final TokenSignIn signIn = new TokenSignIn(token -> read.get(), log.log());
    private final Standing standing = new Standing(name -> Optional.empty());
    private final Authentication signedIn = signIn.authenticate(new BearerTokenAuthenticationToken("a-token"));

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void it_goes_on_while_the_token_stands_for_the_same() {
        assertThat(standing.holds(signedIn)).isTrue();
    }

    @Test
    void it_goes_on_when_the_token_ends_and_when_that_cannot_be_found_out() {
        read = () -> {
            throw new RefusedToken(TokenFault.TIME, "Jalon");
        };
        assertThat(standing.holds(signedIn)).isTrue();
        read = () -> {
            throw new AuthenticationServiceException("away");
        };
        assertThat(standing.holds(signedIn)).isTrue();
    }

    @Test
    void it_breaks_off_when_the_account_is_let_in_no_more_or_has_another_role() {
        read = () -> {
            throw new RefusedToken(TokenFault.ACCOUNT, "sub");
        };
        assertThat(standing.holds(signedIn)).isFalse();
        read = () -> Actor.of("claire", "auditor");
        assertThat(standing.holds(signedIn)).isFalse();
    }
}
