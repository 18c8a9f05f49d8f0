package fr.jalon.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.web.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class WantedFormTest {
    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.parseMediaType("text/csv"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            | application/json
            ''                              | application/json
            ' '                             | application/json
            */*                             | application/json
            text/*                          | text/plain
            text/csv                        | text/csv
            text/csv, text/plain            | text/csv
            text/*, text/csv                | text/csv
            text/plain;q=0.2, text/csv;q=0.3 | text/csv
            application/json;q=0.5, */*     | text/plain
            application/json;q=0, */*       | text/plain
            image/png, text/html;q=0.1, */*;q=0.1 | application/json
            """)
    void the_form_is_the_one_that_is_wanted_most(@Nullable String accept, String form) {
        assertThat(chosen(accept)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/png
            image/*, text/csv;q=0, text/plain;q=0
            */*;q=0
            anything
            """)
    void where_none_will_do_all_that_is_offered_is_told(String accept) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> chosen(accept))
                .extracting(refusal ->
                        Objects.requireNonNull(refusal.problem().detail()).en())
                .isEqualTo("This address offers: application/json, text/plain, text/csv.");
    }

    private static String chosen(@Nullable String accept) {
        return WantedForm.among(OFFERED, Function.identity(), accept).toString();
    }
}
