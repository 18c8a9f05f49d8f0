package fr.jalon.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayPageTest {
    @Test
    void a_step_before_the_first_is_the_first() {
        assertThat(ReplayPage.Step.among(0, 14).number()).isEqualTo(1);
    }

    @Test
    void a_step_after_the_last_is_the_last() {
        assertThat(ReplayPage.Step.among(99, 14).number()).isEqualTo(14);
    }
}
