package fr.jalon.answers;

import static fr.jalon.answers.DifferenceTest.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomRegisters;
import fr.jalon.events.Seed;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EntryEffectTest {
    private static final Pattern UNFILLED = Pattern.compile("[{}]|null|  |« »|“”|\\(\\)|\\bde le\\b|\\bque il");
    private static final Recorded ADPEI = entry(1, """
            "type": "coordination-carrier-changed", "effective": "2019",
            "carrier": {"id": "adpei", "name": "ADPEI"}""");
    private static final Recorded HPF = entry(2, """
            "type": "coordination-carrier-changed", "effective": "2023", "carrier": {"id": "hpf", "name": "HPF"}""");
    private static final Recorded JOINED = entry(1, """
            "type": "worksite-joined-programme", "effective": "2020-03-01", "programme": "phc",
            "worksite": {"id": "jardins", "name": "Jardins"}""");
    private static final Recorded PLANNED = entry(1, """
            "type": "programme-launched", "effective": "2025/2026", "status": "planned", "programme": "phc\"""");

    @Test
    void what_begins_is_told_with_its_dates() {
        assertThat(told(JOINED))
                .containsExactly("Le chantier « Jardins » a rejoint le programme « phc » ; début : le 1ᵉʳ mars 2020.");
        assertThat(days(JOINED)).containsExactly("2020-03-01");
    }

    @Test
    void what_ends_is_told_with_the_window_of_its_end() {
        Recorded left = entry(2, """
                "type": "worksite-withdrew-from-programme", "effective": "[2023-09-22..2023-12-20]", "programme": "phc",
                "worksite": "jardins\"""");

        assertThat(told(JOINED, left))
                .containsExactly("Le chantier « Jardins » est dans le programme « phc » ;"
                        + " fin : entre le 22 septembre et le 20 décembre 2023 (avant : non connue).");
        assertThat(days(JOINED, left)).containsExactly("2023-09-22");
    }

    @Test
    void of_two_values_each_has_its_sentence() {
        assertThat(told(ADPEI, HPF))
                .containsExactly(
                        "La coordination est portée par ADPEI ; fin : entre le 1ᵉʳ janvier et le 31 décembre 2023"
                                + " (avant : non connue). La coordination est portée par HPF ;"
                                + " début : entre le 1ᵉʳ janvier et le 31 décembre 2023.");
        assertThat(days(ADPEI, HPF)).containsExactly("2023-01-01");
    }

    @Test
    void what_is_retracted_was_never_so() {
        Recorded retraction = entry(2, """
                "type": "entry-retracted", "target": "00000000-0000-0000-0000-000000000001", "reason": "Erreur\"""");

        assertThat(told(ADPEI, retraction))
                .containsExactly("Nous ne tenons plus ceci pour vrai : la coordination est portée par ADPEI.");
        assertThat(days(ADPEI, retraction)).containsExactly("2019-01-01");
    }

    @Test
    void what_is_contested_says_so_and_differs_on_no_day() {
        Recorded contest = entry(2, """
                "type": "entry-contested", "target": "00000000-0000-0000-0000-000000000001", "reason": "Non",
                "by": "mel\"""");

        assertThat(told(ADPEI, contest))
                .containsExactly("La coordination est portée par ADPEI ; c'est désormais contesté.");
        assertThat(days(ADPEI, contest)).containsExactly("null");
    }

    @Test
    void an_announcement_is_told_with_its_beginning_and_again_when_it_is_put_off() {
        Recorded putOff = entry(2, """
                "type": "entry-corrected", "target": "00000000-0000-0000-0000-000000000001", "reason": "Retard",
                "kind": "wrong", "entry": {"entryId": "00000000-0000-0000-0000-000000000001",
                "territory": "marseille", "type": "programme-launched", "effective": "2026/2027", "status": "planned",
                "programme": "phc"}""");

        assertThat(told(PLANNED).getFirst())
                .isEqualTo("L'annonce « Lancement du programme » a été faite (programme : phc) ;"
                        + " début : entre le 1ᵉʳ janvier et le 31 décembre 2025.");
        assertThat(told(PLANNED, putOff))
                .containsExactly("L'annonce « Lancement du programme » est attendue (programme : phc) ;"
                        + " début : entre le 1ᵉʳ janvier et le 31 décembre 2026"
                        + " (avant : entre le 1ᵉʳ janvier et le 31 décembre 2025).");
    }

    @Test
    void an_announcement_that_comes_true_is_no_longer_expected() {
        Recorded launched = entry(2, """
                "type": "programme-launched", "effective": "2025-03-01", "programme": "phc",
                "fulfils": "00000000-0000-0000-0000-000000000001\"""");

        assertThat(told(PLANNED, launched))
                .containsExactly(
                        "Le programme « phc » a été lancé ; début : le 1ᵉʳ mars 2025.",
                        "L'annonce « Lancement du programme » n'est plus attendue, accomplie ou abandonnée"
                                + " (programme : phc).");
    }

    @Test
    void another_name_of_a_thing_is_an_effect_and_its_first_one_is_none() {
        Recorded renamed = entry(2, """
                "type": "watchpoint-raised", "effective": "2023", "watchpoint": "w", "kind": "need",
                "source": {"title": "COPIL", "author": {"id": "adpei", "name": "ADPEI 13"}}""");

        assertThat(told(ADPEI, renamed)).last().isEqualTo("« ADPEI » s'appelle désormais « ADPEI 13 ».");
    }

    @Test
    void a_correction_that_changes_nothing_of_the_world_has_no_effect() {
        Recorded sourced = entry(2, """
                "type": "entry-corrected", "target": "00000000-0000-0000-0000-000000000001", "reason": "Source",
                "kind": "refined", "entry": {"entryId": "00000000-0000-0000-0000-000000000001",
                "territory": "marseille", "type": "coordination-carrier-changed", "effective": "2019",
                "carrier": {"id": "adpei", "name": "ADPEI"}, "source": {"title": "COPIL"}}""");

        assertThat(told(ADPEI, sourced)).isEmpty();
    }

    @Test
    void values_are_as_their_reader_sees_them() {
        Register register = Register.of(List.of(ADPEI));

        EntryEffect effect = EntryEffect.of(Register.empty(), register, value -> {
                    ObjectNode seen = value.deepCopy();
                    seen.putObject("carrier").put("id", "adpei").put("name", "A.");
                    return seen;
                })
                .getFirst();

        assertThat(effect.sentence().en())
                .isEqualTo("The coordination is now carried by A.; beginning: between 1 January and 31 December 2019.");
    }

    @Test
    void every_effect_is_told_whole_and_its_first_day_is_the_first_that_differs() {
        long first = Seed.of(1, "EntryEffectTest");
        for (long seed = first; seed < first + 100; seed++) {
            List<Recorded> entries = RandomRegisters.of(seed, "marseille", 25);
            for (int last = 1; last < entries.size(); last++) {
                Register before = Register.of(entries.subList(0, last));
                Register after = before.with(entries.get(last));
                for (EntryEffect effect : EntryEffect.of(before, after, UnaryOperator.identity())) {
                    assertThat(List.of(effect.sentence().fr(), effect.sentence().en()))
                            .as("seed %d, entry %d", seed, last)
                            .allSatisfy(sentence -> assertThat(sentence)
                                    .doesNotContainPattern(UNFILLED)
                                    .endsWith("."));
                    LocalDate day = effect.firstDay();
                    if (day != null && effect.subject().kind() != CompanionKind.NAME) {
                        assertThat(shown(before, effect, day)).isNotEqualTo(shown(after, effect, day));
                        assertThat(shown(before, effect, day.minusDays(1)))
                                .isEqualTo(shown(after, effect, day.minusDays(1)));
                    }
                }
            }
        }
    }

    private static Set<String> shown(Register register, EntryEffect effect, LocalDate day) {
        RegisterState state = RegisterState.of("marseille", register, new AsOf(day), Set.of(effect.subject()));
        return Stream.concat(state.facts().stream(), state.outlook().stream())
                .map(fact -> fact.value() + " " + fact.certainty())
                .collect(Collectors.toSet());
    }

    private static Stream<EntryEffect> effects(Recorded... entries) {
        List<Recorded> all = List.of(entries);
        Register before = Register.of(all.subList(0, all.size() - 1));
        return EntryEffect.of(before, Register.of(all), UnaryOperator.identity()).stream();
    }

    private static List<String> told(Recorded... entries) {
        return effects(entries).map(effect -> effect.sentence().fr()).toList();
    }

    private static List<String> days(Recorded... entries) {
        return effects(entries).map(effect -> String.valueOf(effect.firstDay())).toList();
    }
}
