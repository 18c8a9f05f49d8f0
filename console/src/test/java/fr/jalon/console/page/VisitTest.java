package fr.jalon.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.client.At;
import fr.jalon.console.client.Caller;
import fr.jalon.console.client.Me;
import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @Test
    void another_page_keeps_both_dates() {
        assertThat(visit(new At("2023-06-30", "2023-01-01"), Map.of()).to("/console/funders"))
                .isEqualTo("/console/funders?asOf=2023-06-30&knownAt=2023-01-01");
    }

    @Test
    void another_page_keeps_nothing_else() {
        assertThat(visit(At.NOW, Map.of("text", "jardin")).to("/console")).isEqualTo("/console");
    }

    @Test
    void another_day_keeps_what_the_page_asks() {
        assertThat(visit(At.NOW, Map.of("text", "jardin")).on("2023-06-30"))
                .isEqualTo("/console/history?text=jardin&asOf=2023-06-30");
    }

    @Test
    void what_somebody_typed_cannot_leave_its_parameter() {
        assertThat(visit(At.NOW, Map.of("text", "a&knownAt=1#{b}\"<")).on("2023-06-30"))
                .isEqualTo("/console/history?text=a%26knownAt%3D1%23%7Bb%7D%22%3C&asOf=2023-06-30");
    }

    @Test
    void another_thing_asked_takes_the_place_of_the_one_before() {
        assertThat(visit(At.NOW, Map.of("after", "one")).with("after", "two="))
                .isEqualTo("/console/history?after=two%3D");
    }

    @Test
    void the_end_of_the_last_quarter_is_offered() {
        assertThat(visit(At.NOW, Map.of()).dates().presets())
                .extracting(TwoDates.Preset::day)
                .containsExactly(null, "2026-09-30", "2025-12-31");
    }

    @Test
    void an_instant_that_was_asked_for_is_said() {
        assertThat(visit(new At(null, "2023-02-22T09:00:00Z"), Map.of()).dates().knownSaid())
                .isEqualTo("22 février 2023 à 10:00");
    }

    @Test
    void with_both_dates_in_its_address_a_page_is_pinned() {
        assertThat(visit(new At("2023-06-30", "12"), Map.of()).dates().isPinned())
                .isTrue();
    }

    private static Visit visit(At at, Map<String, String> asked) {
        Words words = Words.in(Language.FRENCH);
        return new Visit(
                new Caller("secret", Language.FRENCH),
                new Me("auditor", List.of("auditor")),
                words,
                at,
                TwoDates.of(at, words, () -> NOW),
                "/console/history",
                asked,
                territory -> territory);
    }
}
