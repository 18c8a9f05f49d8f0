package fr.jalon.console.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nayuki.qrcodegen.DataTooLongException;
import org.junit.jupiter.api.Test;

class QrSvgTest {
    @Test
    void a_code_has_the_quiet_edge_that_readers_look_for() {
        String code = QrSvg.of("https://jalon.example/console/territories/lille?asOf=2023-06-01&knownAt=12", "code");

        assertThat(code).contains("M4,4h1v1h-1z").doesNotContain("M3,", "M4,3h");
    }

    @Test
    void another_address_is_another_code() {
        assertThat(QrSvg.of("/console?knownAt=1", "code")).isNotEqualTo(QrSvg.of("/console?knownAt=2", "code"));
    }

    @Test
    void what_no_code_holds_is_refused() {
        assertThatThrownBy(() -> QrSvg.of("a".repeat(3000), "code")).isInstanceOf(DataTooLongException.class);
    }
}
