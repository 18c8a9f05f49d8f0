package fr.jalon.events.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a date, with the days it stands for, ends included; .. is an end of time. */
class EdtfTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            2023-01-26,                 2023-01-26, 2023-01-26
            2023-01,                    2023-01-01, 2023-01-31
            2023-02,                    2023-02-01, 2023-02-28
            2024-02,                    2024-02-01, 2024-02-29
            2024-02-29,                 2024-02-29, 2024-02-29
            2023-12,                    2023-12-01, 2023-12-31
            2023-33,                    2023-01-01, 2023-03-31
            2023-34,                    2023-04-01, 2023-06-30
            2023-35,                    2023-07-01, 2023-09-30
            2023-36,                    2023-10-01, 2023-12-31
            2023-40,                    2023-01-01, 2023-06-30
            2023-41,                    2023-07-01, 2023-12-31
            2023,                       2023-01-01, 2023-12-31
            0001,                       0001-01-01, 0001-12-31
            9999,                       9999-01-01, 9999-12-31
            [..2023-01-26],             ..,         2023-01-26
            [..2019],                   ..,         2019-12-31
            [2023-01-01..2023-02-22],   2023-01-01, 2023-02-22
            [2022..2023-01],            2022-01-01, 2023-01-31
            [2023-33..2023-41],         2023-01-01, 2023-12-31
            [2023-01-26..2023-01-26],   2023-01-26, 2023-01-26
            [2023-01-01..],             2023-01-01, ..
            [2023-02..],                2023-02-01, ..
            """)
    void a_point_is_a_window_of_days(String text, String earliest, String latest) {
        Point point = Point.parse(text);

        assertThat(point.text()).isEqualTo(text);
        assertThat(shown(point.window())).isEqualTo(earliest + " " + latest);
        assertThat(Effective.parse(text)).isEqualTo(point);
        assertThat(text).matches(Pattern.compile(Point.PATTERN));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022/2023-06-30,              2022-01-01 2022-12-31, 2023-07-01 2023-07-01
            2022-03-01/2022-03-01,        2022-03-01 2022-03-01, 2022-03-02 2022-03-02
            2022/2022,                    2022-01-01 2022-12-31, 2022-01-02 2023-01-01
            2022/2023,                    2022-01-01 2022-12-31, 2023-01-02 2024-01-01
            2022-02/2023-40,              2022-02-01 2022-02-28, 2023-01-02 2023-07-01
            2023-01/P6M,                  2023-01-01 2023-01-31, 2023-07-01 2023-07-31
            2023-08-31/P6M,               2023-08-31 2023-08-31, 2024-02-29 2024-02-29
            2024-02-29/P1Y,               2024-02-29 2024-02-29, 2025-02-28 2025-02-28
            2023-01-01/P1Y2M3D,           2023-01-01 2023-01-01, 2024-03-04 2024-03-04
            2023-01-01/P2W,               2023-01-01 2023-01-01, 2023-01-15 2023-01-15
            [2023-01-01..2023-02-22]/P6M, 2023-01-01 2023-02-22, 2023-07-01 2023-08-22
            [..2023-01-26]/P6M,           .. 2023-01-26,         .. 2023-07-26
            [2023-01-26..]/P1M,           2023-01-26 ..,         2023-02-26 ..
            2022/[..2023-06-30],          2022-01-01 2022-12-31, .. 2023-07-01
            2022/[2023-01-01..],          2022-01-01 2022-12-31, 2023-01-02 ..
            2023/9999-12-31,              2023-01-01 2023-12-31, +10000-01-01 +10000-01-01
            """)
    void a_period_begins_in_one_window_and_is_over_in_another(String text, String begins, String isOver) {
        Period period = (Period) Effective.parse(text);

        assertThat(period.text()).isEqualTo(text);
        assertThat(shown(period.start().window())).isEqualTo(begins);
        assertThat(period.over())
                .isNotNull()
                .satisfies(over -> assertThat(shown(over)).isEqualTo(isOver));
        assertThat(text).matches(Pattern.compile(Effective.PATTERN));
    }

    @Test
    void an_open_period_is_never_over() {
        Period period = (Period) Effective.parse("2022/..");

        assertThat(period.over()).isNull();
        assertThat(period.endText()).isEqualTo("..");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022/2023-06,                 2023-06
            2023-01-10/P6M,               2023-07-09
            2023-01/P6M,                  [2023-06-30..2023-07-30]
            [..2023-01-26]/P6M,           [..2023-07-25]
            [2023-01-26..]/P1M,           [2023-02-25..]
            """)
    void the_end_of_a_period_is_shown_as_written_or_as_the_days_a_length_leads_to(String text, String end) {
        assertThat(((Period) Effective.parse(text)).endText()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                         | is not a day
            2023-1-1                   | is not a day
            23-01-01                   | is not a day
            2023-01-26T10:00           | is not a day
            2023-01-26Z                | is not a day
            2023~                      | is not a day
            202X                       | is not a day
            ２０２３                       | is not a day
            -2023                      | is not a day
            26/01/2023                 | is not a day
            2023-00                    | is neither a month
            2023-13                    | is neither a month
            2023-32                    | is neither a month
            2023-37                    | is neither a month
            2023-42                    | is neither a month
            2023-02-29                 | is not a day of the calendar
            2023-00-10                 | is not a day of the calendar
            2023-04-31                 | is not a day of the calendar
            0000                       | before the year 1
            0000-12-31                 | before the year 1
            [..]                       | has neither an earliest nor a latest
            []                         | lacks the two dots
            [2023]                     | lacks the two dots
            [2023,2024]                | lacks the two dots
            [2023..2022]               | has its latest day before its earliest
            [2023-02-01..2023-01-31]   | has its latest day before its earliest
            [[..2022]..2023]           | is not a day
            2023/2022                  | ends before it begins
            2023-03-02/2023-03-01      | ends before it begins
            2023/P0D                   | is no length at all
            2023/P                     | is not a length
            2023/PT6H                  | is not a length
            2023/P-6M                  | is not a length
            2023/P6M1Y                 | is not a length
            2023/P1.5Y                 | is not a length
            2023/P9999Y                | is not a length
            9990/P10Y                  | lasts beyond the year 9999
            2023/2024/2025             | is not a day
            ../2023                    | is not a day
            /2023                      | is not a day
            2023/                      | is not a day
            """)
    void what_is_no_date_is_refused_with_the_reason(String text, String reason) {
        assertThatThrownBy(() -> Effective.parse(text))
                .isInstanceOf(MalformedDate.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022/2023", "2022/.."})
    void a_period_is_no_point(String text) {
        assertThatThrownBy(() -> Point.parse(text)).isInstanceOf(MalformedDate.class);
    }

    @Test
    void a_very_long_text_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> Effective.parse("2".repeat(100_000)))
                .isInstanceOf(MalformedDate.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(120));
    }

    private static String shown(Window window) {
        String earliest = Days.isBounded(window.earliest()) ? window.earliest().toString() : "..";
        String latest = Days.isBounded(window.latest()) ? window.latest().toString() : "..";
        return earliest + " " + latest;
    }
}
