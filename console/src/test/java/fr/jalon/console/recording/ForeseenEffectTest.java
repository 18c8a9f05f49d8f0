package fr.jalon.console.recording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EffectTest {
    private static final Words FRENCH = Words.in(Language.FRENCH);
    private static final Map<String, String> DETAIL = Map.of("fr", "Il manque le jour.", "en", "The day is missing.");

    @Test
    void what_would_change_is_said_in_the_readers_language() {
        ForeseenEffect effect = ForeseenEffect.of(JsonMapper.shared().readTree("""
                {"effect": [{"sentence": {"fr": "Le chantier est entré.", "en": "The worksite joined."}}]}"""), FRENCH);
        assertThat(effect.sentences()).containsExactly("Le chantier est entré.");
    }

    @Test
    void a_fault_stands_beside_its_field() {
        assertThat(refused("/amount/value", null).faults()).containsEntry("amount.value", "Il manque le jour.");
    }

    @Test
    void a_fault_in_a_corrected_content_stands_beside_the_same_field() {
        assertThat(refused("/entry/effective", null).faults()).containsKey("effective");
    }

    @Test
    void the_entry_that_stands_against_it_is_named() {
        assertThat(refused("/effective", "some-entry").against())
                .containsExactly(new ForeseenEffect.Against("some-entry", 7));
    }

    @Test
    void what_is_refused_is_not_fit_to_be_recorded() {
        assertThat(refused("/effective", null).isFit()).isFalse();
    }

    private static ForeseenEffect refused(String pointer, @Nullable String entry) {
        RefusedCall.Fault fault = new RefusedCall.Fault(pointer, "some-code", DETAIL, entry, entry == null ? null : 7L);
        return ForeseenEffect.of(
                new RefusedCall(new RefusedCall.Problem(422, "some-code", null, null, List.of(fault))), FRENCH);
    }
}
