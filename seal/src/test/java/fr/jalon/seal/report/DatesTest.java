package fr.jalon.seal.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.time.Effective;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-01-26               | 26 janvier 2023
            2023-01-01               | 1ᵉʳ janvier 2023
            2023-02                  | février 2023
            2023-33                  | 1ᵉʳ trimestre 2023
            2023-36                  | 4e trimestre 2023
            2023-41                  | 2e semestre 2023
            2023                     | 2023
            [..2023-01-26]           | au plus tard le 26 janvier 2023
            [2022..2023-01-26]       | entre le 1ᵉʳ janvier 2022 et le 26 janvier 2023
            [2023-03-02..]           | au plus tôt le 2 mars 2023
            2022/2023-06             | 2022 – juin 2023
            2022-02-01/..            | depuis : 1ᵉʳ février 2022
            2023-01-05/P6M           | 5 janvier 2023 – 4 juillet 2023
            """)
    void a_date_is_said_as_roughly_as_it_was_written(String written, String said) {
        assertThat(Dates.effective(Effective.parse(written))).isEqualTo(said);
    }

    @Test
    void an_instant_is_that_of_paris() {
        assertThat(Dates.instant(Instant.parse("2023-07-01T22:30:05.123456Z"))).isEqualTo("02/07/2023 00:30:05");
    }
}
