package fr.jalon.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.Actor;
import fr.jalon.web.security.WrittenLog;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

@Timeout(120)
class SignInTest {
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";
    /** As slow as bcrypt may be quick: how many checks there are is what counts here. */
    private static final PasswordEncoder QUICK =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger slowChecks = new AtomicInteger();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Clock clock = new Clock();
    private final WrittenLog log = new WrittenLog();
    private final SignIn signIn = new SignIn(
            name -> Optional.ofNullable(accounts.get(name)), new Counting(), log.log(), clock, new FactorRule(false));

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void a_changed_password_or_role_counts_at_once() {
        set(Actor.of("a", "national"), "one");
        assertThat(signedIn("one").getPrincipal()).isEqualTo(Actor.of("a", "national"));

        set(Actor.of("a", "auditor"), "two");
        refused("one");
        assertThat(signedIn("two").getPrincipal()).isEqualTo(Actor.of("a", "auditor"));

        accounts.clear();
        refused("two");
    }

    @Test
    void a_remembered_password_opens_no_door_to_another() {
        set(Actor.of("a", "national"), "one");
        signedIn("one");
        refused("two");
        refused("");
        signedIn("one");
    }

    @Test
    void the_second_time_costs_no_slow_check() {
        set(Actor.of("a", "national"), "one");
        signedIn("one");
        signedIn("one");
        assertThat(slowChecks).hasValue(1);
        refused("two");
        assertThat(slowChecks).hasValue(2);
    }

    @Test
    void a_password_is_remembered_for_as_long_as_it_is_used() {
        set(Actor.of("a", "national"), "one");
        for (int i = 0; i < 10; i++) {
            signedIn("one");
            clock.pass(Duration.ofMinutes(9));
        }
        assertThat(slowChecks).as("used each nine minutes").hasValue(1);
        clock.pass(Duration.ofMinutes(2));
        signedIn("one");
        assertThat(slowChecks).as("left alone for eleven").hasValue(2);
    }

    @Test
    void a_program_that_begins_with_a_hundred_requests_at_once_has_its_password_checked_once() throws Exception {
        set(Actor.of("a", "national"), "one");
        CountDownLatch all = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Authentication>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> {
                        all.await();
                        return signedIn("one");
                    }))
                    .toList();
            all.countDown();
            for (Future<Authentication> answer : answers) {
                assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isAuthenticated())
                        .isTrue();
            }
        }
        assertThat(slowChecks).hasValue(1);
    }

    @Test
    void three_hundred_wrong_passwords_at_once_are_checked_no_more_than_an_address_may_and_a_right_one_is_let_in()
            throws Exception {
        set(Actor.of("a", "national"), "one");
        int wrong = 0;
        List<Long> waits = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AuthenticationException>> answers = IntStream.range(0, 300)
                    .mapToObj(i -> threads.submit(() -> refusal(claim("a", "wrong-" + i, ELSEWHERE))))
                    .toList();
            Future<Authentication> right = threads.submit(() -> signIn.authenticate(claim("a", "one", HOME)));
            assertThat(right.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isAuthenticated())
                    .isTrue();
            for (Future<AuthenticationException> answer : answers) {
                switch (answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    case BadCredentialsException checked -> wrong++;
                    case TooManyAttempts unchecked -> waits.add(unchecked.seconds());
                    // Its turn did not come in time.
                    case AuthenticationServiceException unchecked -> waits.add(1L);
                    default -> throw new AssertionError(answer.get());
                }
            }
        }
        assertThat(wrong).isBetween(1, Attempts.OF_AN_ADDRESS);
        assertThat(slowChecks.get()).isEqualTo(wrong + 1);
        assertThat(waits).hasSize(300 - wrong).allMatch(seconds -> seconds > 0);
    }

    @Test
    void whoever_is_remembered_is_let_in_from_the_very_address_that_guesses() {
        set(Actor.of("a", "national"), "one");
        signedIn("one");
        guessUntilRefused("b", HOME);

        assertThat(signedIn("one").isAuthenticated()).isTrue();
        assertThat(refusal(claim("a", "two", HOME))).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void an_address_that_guessed_too_often_may_again_after_the_time_it_was_told() {
        set(Actor.of("a", "national"), "one");
        TooManyAttempts refusal = guessUntilRefused("a", HOME);
        clock.pass(Duration.ofSeconds(refusal.seconds()));

        assertThat(signedIn("one").isAuthenticated()).isTrue();
    }

    @Test
    void an_account_guessed_at_from_everywhere_is_closed_to_who_guesses_and_open_to_an_address_that_behaved() {
        set(Actor.of("a", "national"), "one");
        guessFromEverywhere("a");
        String guesser = "203.0.113.9";
        for (int i = 0; i <= Attempts.FORGIVEN; i++) {
            assertThat(refusal(claim("b", "wrong" + i, guesser))).isInstanceOf(BadCredentialsException.class);
        }

        assertThat(refusal(claim("a", "one", guesser))).isInstanceOf(TooManyAttempts.class);
        assertThat(signIn.authenticate(claim("a", "one", HOME)).isAuthenticated())
                .isTrue();
    }

    @Test
    void an_account_guessed_at_from_everywhere_opens_again_by_itself() {
        set(Actor.of("a", "national"), "one");
        guessFromEverywhere("a");
        clock.pass(Attempts.OF_AN_ACCOUNT_IN);

        assertThat(signIn.authenticate(claim("a", "one", "203.0.113.1")).isAuthenticated())
                .isTrue();
    }

    @Test
    void names_that_no_account_has_are_refused_as_soon_as_those_that_one_has() {
        set(Actor.of("a", "national"), "one");

        assertThat(tries("a", HOME)).isEqualTo(tries("nobody-has-this", ELSEWHERE));
    }

    @Test
    void addresses_of_one_network_count_as_one() {
        assertThat(Origin.network("2001:db8:1:2::1")).isEqualTo(Origin.network("2001:db8:1:2:ffff::9"));
        assertThat(Origin.network("2001:db8:1:2::1")).isNotEqualTo(Origin.network("2001:db8:1:3::1"));
        assertThat(Origin.network("192.0.2.1")).isNotEqualTo(Origin.network("192.0.2.2"));
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
                new Counting(),
                log.log(),
                clock,
                new FactorRule(false));
        assertThatThrownBy(() -> cut.authenticate(claim("a", "one", HOME)))
                .isInstanceOf(AuthenticationServiceException.class);
    }

    @Test
    void who_signed_in_and_who_did_not_is_one_line_each_without_what_was_typed_or_where() {
        set(Actor.of("a", "national"), "one-mark");
        signedIn("one-mark");
        signedIn("one-mark");
        refused("two-mark");
        assertThat(refusal(claim("a name-mark\nthat is a password", "x", HOME)))
                .isInstanceOf(BadCredentialsException.class);

        assertThat(log.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("signed-in account=a role=national address="),
                        line -> assertThat(line).startsWith("sign-in-failed account=a address="),
                        line -> assertThat(line).startsWith("sign-in-failed account=unknown address="))
                .noneMatch(line -> line.contains("mark") || line.contains(HOME) || line.contains("\n"));
    }

    @Test
    void accounts_that_share_a_hash_come_in_one_by_one() {
        set(Actor.of("a", "national"), "one");
        accounts.put(
                "b",
                new Account(
                        Actor.of("b", "auditor"),
                        Objects.requireNonNull(accounts.get("a")).passwordHash()));
        signedIn("one");
        signIn.authenticate(claim("b", "one", HOME));

        assertThat(log.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("signed-in account=a role=national"),
                        line -> assertThat(line).startsWith("signed-in account=b role=auditor"));
    }

    private void set(Actor actor, String password) {
        accounts.put(actor.name(), new Account(actor, String.valueOf(QUICK.encode(password))));
    }

    private Authentication signedIn(String password) {
        return signIn.authenticate(claim("a", password, HOME));
    }

    private void refused(String password) {
        assertThatThrownBy(() -> signedIn(password)).isInstanceOf(BadCredentialsException.class);
    }

    private AuthenticationException refusal(Authentication claim) {
        try {
            throw new AssertionError(signIn.authenticate(claim));
        } catch (AuthenticationException refusal) {
            return refusal;
        }
    }

    private TooManyAttempts guessUntilRefused(String name, String address) {
        for (int i = 0; i <= Attempts.OF_AN_ADDRESS; i++) {
            if (refusal(claim(name, "wrong" + i, address)) instanceof TooManyAttempts refusal) {
                return refusal;
            }
        }
        throw new AssertionError("Never refused");
    }

    private int tries(String name, String address) {
        for (int i = 0; ; i++) {
            if (refusal(claim(name, "wrong" + i, address)) instanceof TooManyAttempts) {
                return i;
            }
        }
    }

    private void guessFromEverywhere(String name) {
        for (int i = 0; i < Attempts.OF_AN_ACCOUNT; i++) {
            assertThat(refusal(claim(name, "wrong", "10.0.0." + i))).isInstanceOf(BadCredentialsException.class);
        }
    }

    private static Authentication claim(String name, String password, String address) {
        UsernamePasswordAuthenticationToken claim = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        claim.setDetails(new WebAuthenticationDetails(address, null));
        return claim;
    }

    /** Stands still unless told to go on. */
    private static final class Clock implements TimeMeter {
        private final AtomicLong nanos = new AtomicLong();

        void pass(Duration time) {
            nanos.addAndGet(time.toNanos());
        }

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private final class Counting implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return QUICK.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            slowChecks.incrementAndGet();
            return QUICK.matches(password, hash);
        }
    }
}
