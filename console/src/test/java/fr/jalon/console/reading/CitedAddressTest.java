package fr.jalon.console.reading;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.server.ResponseStatusException;

class CitedAddressTest {
    static String[] addresses() {
        return new String[] {
            "https://elsewhere.example/console/", "/console/" + "a".repeat(1000), "/console/" + "日".repeat(900)
        };
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void an_address_of_elsewhere_or_that_no_code_holds_is_none(String address) {
        assertThatThrownBy(() -> new CitedAddress().code(address))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageStartingWith("404");
    }
}
