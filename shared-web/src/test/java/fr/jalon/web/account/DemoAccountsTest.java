package fr.jalon.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAccountsTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void the_demonstration_serves_this_machine(String address) throws UnknownHostException {
        DemoAccounts accounts = DemoAccounts.boundTo(InetAddress.getByName(address));
        Account mel = accounts.find("funder-mel").orElseThrow();
        assertThat(mel.actor()).isEqualTo(Actor.of("funder-mel", "funder/mel"));
        assertThat(Passwords.ENCODER.matches(DemoAccounts.PASSWORD, mel.passwordHash()))
                .isTrue();
        assertThat(DemoAccounts.actors()).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void the_demonstration_serves_no_other_machine(String address) throws UnknownHostException {
        InetAddress reachable = InetAddress.getByName(address);
        assertThatThrownBy(() -> DemoAccounts.boundTo(reachable))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.1");
    }
}
