package fr.jalon.query.asked;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are those of Paris, exact at their edges: where clocks change too, and at the end of a year. */
class AxesTest {
    private final Axes axes = at("2026-11-23T11:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2024-03-30, 2024-03-29T23:00:00Z, 2024-03-30T23:00:00Z
            2024-03-31, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z
            2024-04-01, 2024-03-31T22:00:00Z, 2024-04-01T22:00:00Z
            2024-10-27, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z
            2024-12-31, 2024-12-30T23:00:00Z, 2024-12-31T23:00:00Z
            2024-02-29, 2024-02-28T23:00:00Z, 2024-02-29T23:00:00Z
            """)
    void a_day_lasts_from_its_midnight_to_the_next(String day, Instant first, Instant after) {
        assertThat(axes.from("from", day)).isEqualTo(first);
        assertThat(axes.to("to", day)).isEqualTo(after);
        assertThat(axes.knownAt("knownAt", day)).isEqualTo(new KnownAt(after.minusNanos(1_000)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2024-12-31T22:59:59.999999Z, 2024-12-31
            2024-12-31T23:00:00Z,        2025-01-01
            2024-06-30T21:59:59.999999Z, 2024-06-30
            2024-06-30T22:00:00Z,        2024-07-01
            """)
    void today_changes_at_midnight(String now, LocalDate today) {
        assertThat(at(now).asOf("asOf", null)).isEqualTo(new AsOf(today));
    }

    private static Axes at(String now) {
        return new Axes(InstantSource.fixed(Instant.parse(now)));
    }
}
