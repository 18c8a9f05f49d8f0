package fr.jalon.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Passwords;
import fr.jalon.web.account.Role;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest {
    private final AtomicInteger slowChecks = new AtomicInteger();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final SignIn signIn = new SignIn(name -> Optional.ofNullable(accounts.get(name)), new Counting());

    @Test
    void a_changed_password_or_role_counts_at_once() {
        set(new Actor("a", Role.NATIONAL, null), "one");
        assertThat(signedIn("one").getPrincipal()).isEqualTo(new Actor("a", Role.NATIONAL, null));

        set(new Actor("a", Role.AUDITOR, null), "two");
        refused("one");
        assertThat(signedIn("two").getPrincipal()).isEqualTo(new Actor("a", Role.AUDITOR, null));

        accounts.clear();
        refused("two");
    }

    @Test
    void a_remembered_password_opens_no_door_to_another() {
        set(new Actor("a", Role.NATIONAL, null), "one");
        signedIn("one");
        refused("two");
        refused("");
        signedIn("one");
    }

    @Test
    void the_second_time_costs_no_slow_check() {
        set(new Actor("a", Role.NATIONAL, null), "one");
        signedIn("one");
        signedIn("one");
        assertThat(slowChecks).hasValue(1);
        refused("two");
        assertThat(slowChecks).hasValue(2);
    }

    @Test
    void an_unknown_name_costs_a_slow_check_as_a_wrong_password_does() {
        refused("one");
        assertThat(slowChecks).hasValue(1);
    }

    @Test
    void accounts_out_of_reach_are_no_wrong_password() {
        SignIn cut = new SignIn(
                name -> {
                    throw new QueryTimeoutException("away");
                },
                new Counting());
        assertThatThrownBy(() -> cut.authenticate(claim("one"))).isInstanceOf(AuthenticationServiceException.class);
    }

    private void set(Actor actor, String password) {
        accounts.put(actor.name(), new Account(actor, String.valueOf(Passwords.ENCODER.encode(password))));
    }

    private Authentication signedIn(String password) {
        return signIn.authenticate(claim(password));
    }

    private void refused(String password) {
        assertThatThrownBy(() -> signedIn(password)).isInstanceOf(BadCredentialsException.class);
    }

    private static Authentication claim(String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated("a", password);
    }

    private final class Counting implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return Passwords.ENCODER.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            slowChecks.incrementAndGet();
            return Passwords.ENCODER.matches(password, hash);
        }
    }
}
