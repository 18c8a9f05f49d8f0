package fr.jalon.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAccountsTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void the_demonstration_serves_this_machine(String address) throws UnknownHostException {
        DemoAccounts accounts = DemoAccounts.boundTo(InetAddress.getByName(address));
        Account mel = accounts.find("funder-mel").orElseThrow();
        assertThat(mel.actor()).isEqualTo(new Actor("funder-mel", Role.FUNDER, "mel"));
        assertThat(Passwords.ENCODER.matches(DemoAccounts.PASSWORD, mel.passwordHash()))
                .isTrue();
        assertThat(DemoAccounts.actors()).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void the_demonstration_serves_no_other_machine(String address) throws UnknownHostException {
        InetAddress reachable = InetAddress.getByName(address);
        assertThatThrownBy(() -> DemoAccounts.boundTo(reachable))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void a_scope_belongs_to_coordinators_and_funders_alone() {
        assertThatThrownBy(() -> new Actor("a", Role.COORDINATOR, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor("a", Role.AUDITOR, "lyon")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor("A b", Role.AUDITOR, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
