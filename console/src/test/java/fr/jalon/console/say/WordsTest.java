package fr.jalon.console.say;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words french = Words.in(Language.FRENCH);
    private final Words english = Words.in(Language.ENGLISH);

    @Test
    void a_year_is_said_with_its_first_and_last_day() {
        assertThat(french.since("2023"))
                .isEqualTo("depuis 2023 (au plus tôt le 1ᵉʳ janvier 2023, au plus tard le 31 décembre 2023)");
    }

    @Test
    void a_month_is_called_by_its_name() {
        assertThat(english.until("2023-03"))
                .isEqualTo("until March 2023 (at the earliest 1 March 2023, at the latest 31 March 2023)");
    }

    @Test
    void a_known_day_is_said_once() {
        assertThat(french.since("2023-06-30")).isEqualTo("depuis le 30 juin 2023");
    }

    @Test
    void a_window_without_a_name_is_said_by_its_bounds() {
        assertThat(french.since("[2023-01-01..2023-02-22]"))
                .isEqualTo("depuis un jour entre le 1ᵉʳ janvier 2023 et le 22 février 2023");
    }

    @Test
    void an_open_window_is_said_by_the_bound_it_has() {
        assertThat(french.since("[..2019-12-31]")).isEqualTo("depuis le 31 décembre 2019 au plus tard");
    }

    @Test
    void a_beginning_and_an_end_are_said_together() {
        assertThat(french.period("2023-01-01", "2023-01-31"))
                .isEqualTo("depuis le 1ᵉʳ janvier 2023, jusqu’au 31 janvier 2023");
    }

    @Test
    void nothing_is_said_of_what_has_no_bound() {
        assertThat(french.period(null, null)).isEmpty();
    }

    @Test
    void a_date_of_a_newer_register_stands_as_it_came() {
        assertThat(french.since("Y170000002")).isEqualTo("Y170000002");
    }

    @Test
    void an_instant_is_that_of_clocks_in_paris() {
        assertThat(french.instant(Instant.parse("2023-02-22T09:00:00Z"))).isEqualTo("22 février 2023 à 10:00");
    }

    @Test
    void the_first_of_a_month_is_its_first_in_an_instant_as_well() {
        assertThat(french.instant(Instant.parse("2022-02-01T09:00:00Z"))).isEqualTo("1ᵉʳ février 2022 à 10:00");
    }

    @Test
    void a_day_has_no_article() {
        assertThat(english.day(LocalDate.of(2023, 6, 30))).isEqualTo("30 June 2023");
    }

    @Test
    void a_sum_in_doubt_is_said_by_both_of_its_bounds() {
        assertThat(english.sum("10000", "12000.50", "EUR")).isEqualTo("between €10,000.00 and €12,000.50");
    }
}
