package fr.jalon.events.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidSumTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100000   | EUR | 100 000,00 €     | €100,000.00",
                "12500.5  | EUR | 12 500,50 €      | €12,500.50",
                "0.000001 | EUR | 0,000001 €       | €0.000001",
                "1234567  | CHF | 1 234 567,00 CHF | CHF 1,234,567.00",
                "environ 9 | EUR | environ 9 €     | €environ 9",
                "1e999999999 | EUR | 1e999999999 € | €1e999999999"
            })
    void a_sum_is_written_as_people_of_each_language_do(String value, String currency, String french, String english) {
        assertThat(SaidSum.of(value, currency, Language.FRENCH).replace('\u00A0', ' '))
                .isEqualTo(french);
        assertThat(SaidSum.of(value, currency, Language.ENGLISH).replace('\u00A0', ' '))
                .isEqualTo(english);
    }
}
