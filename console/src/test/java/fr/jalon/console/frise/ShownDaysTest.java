package fr.jalon.console.frise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownDaysTest {
    private static final LocalDate AS_OF = LocalDate.parse("2023-06-01");

    @Test
    void by_default_whole_years_are_shown_of_all_that_is_told_and_of_today() {
        ShownDays shown = shown(Map.of(), days("2019-05-01", "2020-01-01"), new DayRange(Days.ALWAYS, Days.NEVER));

        assertThat(shown.days()).isEqualTo(days("2019-01-01", "2027-01-01"));
    }

    @Test
    void what_is_told_of_another_age_is_not_what_is_looked_at_first() {
        ShownDays shown = shown(Map.of(), days("1789-07-14", "9999-01-01"));

        assertThat(shown.days()).isEqualTo(days("2023-01-01", "2027-01-01"));
    }

    @Test
    void the_days_of_the_address_are_shown_with_the_last_one() {
        assertThat(shown(Map.of("from", "2020-01-01", "to", "2020-12-31")).days())
                .isEqualTo(days("2020-01-01", "2021-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 2020-01-01",
        "x, 2020-01-01",
        "2020-01-01, 2020-01-02",
        "-999999999-01-01, +999999999-12-31"
    })
    void days_that_cannot_be_shown_are_as_good_as_none(String from, String to) {
        assertThat(shown(Map.of("from", from, "to", to)).isGiven()).isFalse();
    }

    @Test
    void it_is_moved_by_quarters_and_made_half_or_twice_as_long_around_the_day_asked_about() {
        ShownDays shown = shown(Map.of("from", "2023-01-01", "to", "2023-12-31"));

        assertThat(shown.moved(1).days()).isEqualTo(days("2023-04-02", "2024-04-01"));
        assertThat(shown.around(AS_OF, true).days()).isEqualTo(days("2023-03-02", "2023-08-31"));
        assertThat(shown.around(AS_OF, false).days()).isEqualTo(days("2022-06-01", "2024-05-31"));
    }

    private static ShownDays shown(Map<String, String> asked, DayRange... told) {
        return ShownDays.of(asked, List.of(told), AS_OF, Looking.TODAY);
    }

    private static DayRange days(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
