package fr.jalon.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LongestSessionTest {
    private static final Instant BEGUN = Instant.parse("2026-03-12T10:15:30Z");

    @Test
    void a_session_is_over_after_twelve_hours_however_much_it_is_used() {
        assertThat(isOverAfter(Duration.ofHours(12).minusSeconds(1))).isFalse();
        assertThat(isOverAfter(Duration.ofHours(12))).isTrue();
    }

    private static boolean isOverAfter(Duration time) {
        HttpSession session = (HttpSession) Proxy.newProxyInstance(
                LongestSessionTest.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> BEGUN.toEpochMilli());
        return LongestSession.isOver(session, () -> BEGUN.plus(time));
    }
}
